/** One matter to decide (เรื่องที่ต้องพิจารณา): one message of one person, however many reports there are of it. */
import type { MessageType } from '../../screening/message-type.js';
import type { RuleCode } from '../../screening/rule-codes.js';
import type { Severity } from '../rules/severity.js';
import type { CaseStatus } from './case-course.js';

export interface Case {
  id: string;
  subjectId: string;
  status: CaseStatus;
  /** Subject and fingerprint while undecided, so that there is one such case; null afterwards. */
  openKey: string | null;
  messageType: MessageType;
  fingerprint: string;
  /** What screening suggested first; never more than a suggestion. */
  suggestedRule: RuleCode | null;
  severity: Severity | null;
  /** The texts touch S3 matters: masked in lists, and without the scope for them. */
  isSensitive: number;
  /** JSON: what screening said, with spans and without the words. */
  suggestion: string;
  reportCount: number;
  /** Of the latest message reported; null if nobody said. */
  lastPostedAt: string | null;
  firstReportedAt: string;
  lastReportedAt: string;
  /** Who decides first: the smaller, the sooner. */
  priority: number;
  claimedBy: string | null;
  claimedUntil: string | null;
  decisionId: string | null;
  proposalId: string | null;
  duplicateOf: string | null;
  escalationTextId: string | null;
  updatedAt: string;
  closedAt: string | null;
  version: number;
}

/** A claim ends by itself after so many minutes. */
export const claimMinutes = 30;
