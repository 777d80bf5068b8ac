/**
 * Everything that is known of one person of the group (แฟ้มประวัติ), told in order: ถูกแจ้ง วินิจฉัย ตักเตือน อุทธรณ์ รับกลับ.
 */
import type { Message } from '../../platform/message.js';
import type { Appeal, AppealDecision } from '../appeals/appeal.js';
import type { Case } from '../cases/case.js';
import type { Decision } from '../decisions/decision.js';
import type { Proposal } from '../proposals/proposal.js';
import type { Report } from '../reports/report.js';
import type { ConductRecord } from '../standing/standing.js';
import type { Subject } from '../subjects/subject.js';
import type { Task } from '../tasks/task.js';

/** A dossier tells so much at most, the newest; it says when something is left out. */
export const mostTold = 1_000;

/** What a story is made of. */
export interface DossierFacts {
  registeredAt: string | null;
  usernames: readonly { username: string | null; givenAt: string }[];
  subjects: readonly Subject[];
  reports: readonly Report[];
  cases: readonly Case[];
  decisions: readonly Decision[];
  record: ConductRecord;
  tasks: readonly Task[];
  appeals: readonly Appeal[];
  appealDecisions: readonly AppealDecision[];
  proposals: readonly Proposal[];
  /** Titles of the rules by the id of the wording that was decided by. */
  rules: ReadonlyMap<string, Message>;
  now: string;
}

/** Of what happens at one moment, in this order. */
export const storyKinds = [
  'seller_registered',
  'username_given',
  'nickname_met',
  'report_filed',
  'proposal_made',
  'appeal_filed',
  'appeal_withdrawn',
  'proposal_ended',
  'appeal_decided',
  'strike_reversed',
  'sanction_ended',
  'decision_made',
  'strike_issued',
  'sanction_started',
  'strike_expired',
  'task_cancelled',
  'task_open',
  'task_done',
  'task_not_possible',
  'case_duplicate',
  'case_closed',
] as const;
export type StoryKind = (typeof storyKinds)[number];

/** What a kept text is to the story. */
export const storyTextKinds = [
  'message',
  'note',
  'reason',
  'notice',
  'statement',
  'new_evidence',
  'reply',
  'proof',
] as const;
export type StoryTextKind = (typeof storyTextKinds)[number];

export interface StoryIds {
  reportId?: string;
  caseId?: string;
  decisionId?: string;
  strikeId?: string;
  sanctionId?: string;
  taskId?: string;
  appealId?: string;
  proposalId?: string;
}

/** One thing that happened. */
export interface StoryItem {
  at: string;
  /** Told no earlier than this: the deed it came of. */
  after?: string | undefined;
  kind: StoryKind;
  sentence: Message;
  ids: StoryIds;
  /** As `staff:01J…`; null where nobody in particular did it. */
  by: string | null;
  texts: readonly { kind: StoryTextKind; textId: string }[];
}
