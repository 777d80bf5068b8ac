/** Somebody points at a message of the group: ใคร ส่งอะไร เมื่อไร. Never changed; the text itself is kept apart. */
import type { MessageType } from '../../screening/message-type.js';

export const reportSources = ['single', 'batch', 'chat'] as const;
export type ReportSource = (typeof reportSources)[number];

export interface Report {
  id: string;
  caseId: string;
  subjectId: string;
  authorNickname: string;
  messageType: MessageType;
  postedAt: string | null;
  /** Null for messages without words. */
  textId: string | null;
  textHash: string | null;
  noteTextId: string | null;
  /** HMAC of type and normalised text; of type and time for stickers and pictures. */
  fingerprint: string;
  source: ReportSource;
  reportedBy: string;
  reportedAt: string;
}
