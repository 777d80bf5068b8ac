/** Something that may be done next, and what will follow: ลบข้อความแล้วกดบันทึกผล */
import type { Scope } from '../platform/actor.js';
import type { Message } from '../platform/message.js';

export interface AllowedAction {
  action: string;
  method: string;
  path: string;
  requires: Scope;
  consequence: Message;
  /** What to send, as far as it is known. */
  body?: object;
}
