/**
 * When two reports mean the same message: same kind and same words, however typed ("สวัสดี วันจันทร์" is
 * "สวัสดีวันจันทร์"); stickers and pictures have no words, there the minute they were posted tells.
 */
import type { MessageType } from '../../screening/message-type.js';
import { usernameKey } from '../../usernames/username.js';

export interface Message {
  messageType: MessageType;
  text: string | null;
  /** RFC 3339, UTC; null if nobody said. */
  postedAt: string | null;
}

const minute = 'YYYY-MM-DDTHH:MM'.length;

/** What the fingerprint is made of. LINE shows minutes, so nobody can tell seconds. */
export function sameMessageText({ messageType, text, postedAt }: Message): string {
  const isWords = messageType === 'text' || messageType === 'link';
  const time = isWords ? '' : (postedAt?.slice(0, minute) ?? '');
  const words = isWords || time === '' ? usernameKey(text ?? '') : '';
  return [messageType, time, words].join('\n');
}
