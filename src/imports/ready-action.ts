/** Something that may be done next, with the request ready to be sent: ยืนยันแผนด้วย planHash นี้ */
import type { Scope } from '../platform/actor.js';
import type { Message } from '../platform/message.js';

export interface ReadyAction {
  action: string;
  method: string;
  path: string;
  requires: Scope;
  /** What will follow. */
  consequence: Message;
  body: object | null;
}
