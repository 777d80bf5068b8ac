/** What is known when a case is decided, and what follows from it: 1 คะแนน ตักเตือน ลบข้อความ และแจ้งผล */
import type { Message } from '../../platform/message.js';
import type { RuleCode } from '../../screening/rule-codes.js';
import type { LadderStep, PolicyInForce } from '../policy/policy.js';
import type { Severity } from '../rules/severity.js';
import type { SanctionKind } from '../standing/sanction.js';
import type { ConductRecord } from '../standing/standing.js';
import type { TaskKind } from '../tasks/task.js';
import type { Leniency, Outcome } from './decision.js';

/** What a moderator finds. */
export interface Finding {
  outcome: Outcome;
  /** Null if dismissed. */
  ruleCode: RuleCode | null;
  reason: string;
}

/** The rule as it reads today. */
export interface RuleAtHand {
  code: RuleCode;
  versionId: string;
  severity: Severity;
  /** Of a first violation, where that is less grave. */
  firstTimeSeverity: Severity | null;
  title: Message;
}

/** An earlier violation or notice of the person that still stands after appeals. */
export interface PastFinding {
  id: string;
  ruleCode: RuleCode;
  decidedAt: string;
  /** When the person was told; null while they were not. */
  deliveredAt: string | null;
}

export interface Facts {
  at: string;
  finding: Finding;
  /** Null if dismissed. */
  rule: RuleAtHand | null;
  policy: PolicyInForce;
  record: ConductRecord;
  past: readonly PastFinding[];
  /** When the message was posted, as far as anybody knows; the latest of the case. */
  postedAt: string;
  /** Whether there is a message in the group to delete; a removal by order has none. */
  hasMessage: boolean;
  /** A moderator removes the person whatever the points say. */
  ordersRemoval: boolean;
  /** The person was asked to rename and the time for it is over. */
  renameIgnored: boolean;
  removalsNeedTwo: boolean;
  /** How the notice addresses the person, and where they can ask. */
  name: string;
  /** The name the person has to carry; null if not registered. */
  username: string | null;
  helpContact: string;
}

export interface PlannedTask {
  kind: TaskKind;
  dueAt: string | null;
}

export interface Verdict {
  points: number;
  leniency: Leniency | null;
  severity: Severity | null;
  expiresAt: string | null;
  pointsBefore: number;
  pointsAfter: number;
  step: LadderStep;
  /** What begins with this decision; null if nothing new does. */
  sanction: SanctionKind | null;
  tasks: readonly PlannedTask[];
  /** Null if the case is dismissed: nobody is told. */
  notice: Message | null;
  needsSecondPerson: boolean;
  /** Who has just been shown this verdict decides on nothing else. */
  hash: string;
}
