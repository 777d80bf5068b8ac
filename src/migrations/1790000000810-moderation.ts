import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  createTable,
  flag,
  id,
  index,
  instant,
  int,
  key,
  longText,
  makeAppendOnly,
  optional,
  text,
  unique,
  type IndexOf,
} from '../platform/database/schema.js';

type Columns = Parameters<typeof createTable>[2];

interface TableOf {
  name: string;
  columns: Columns;
  indices: IndexOf[];
  /** Facts: the database itself refuses to change or delete them. */
  fact?: true;
}

export class Moderation1790000000810 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const { name, columns, indices, fact } of tables) {
      await createTable(runner, name, columns, indices);
      if (fact) await makeAppendOnly(runner, name);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name } of [...tables].reverse()) await runner.dropTable(name);
  }
}

const tables: TableOf[] = [
  {
    name: 'moderation_text',
    columns: [
      ...[id(), text('kind', 16), text('hash', 64), longText('text', optional), flag('isSensitive')],
      ...[instant('createdAt'), instant('retainUntil', optional), instant('erasedAt', optional)],
    ],
    indices: [index('ix_moderation_text_retain', 'retainUntil')],
  },
  {
    name: 'rule_version',
    columns: [
      ...[id(), text('code', 32), int('number'), text('severity', 4), longText('contents')],
      ...[text('createdBy', 64), instant('createdAt')],
    ],
    indices: [unique('uq_rule_version', 'code', 'number')],
    fact: true,
  },
  {
    name: 'policy_version',
    columns: [
      ...[id(), int('number'), longText('contents'), text('note', 400, optional)],
      ...[text('createdBy', 64), instant('createdAt')],
    ],
    indices: [unique('uq_policy_version_number', 'number')],
    fact: true,
  },
  {
    name: 'moderation_subject',
    columns: [
      ...[id(), text('nickname', 300), text('nicknameKey', 300), text('skeleton', 300)],
      ...[text('sellerId', 26, optional), instant('createdAt'), int('version')],
    ],
    indices: [
      unique('uq_moderation_subject_key', 'nicknameKey'),
      index('ix_moderation_subject_skeleton', 'skeleton'),
      index('ix_moderation_subject_seller', 'sellerId'),
    ],
  },
  {
    name: 'moderation_case',
    columns: [
      ...[id(), text('subjectId', 26), text('status', 16), text('openKey', 100, optional)],
      ...[text('messageType', 16), text('fingerprint', 64), text('suggestedRule', 32, optional)],
      ...[text('severity', 4, optional), flag('isSensitive'), longText('suggestion'), int('reportCount')],
      ...[instant('lastPostedAt', optional), instant('firstReportedAt'), instant('lastReportedAt')],
      ...[int('priority'), text('claimedBy', 64, optional), instant('claimedUntil', optional)],
      ...[
        text('decisionId', 26, optional),
        text('proposalId', 26, optional),
        text('duplicateOf', 26, optional),
      ],
      ...[text('escalationTextId', 26, optional), instant('updatedAt'), instant('closedAt', optional)],
      int('version'),
    ],
    indices: [
      unique('uq_moderation_case_open', 'openKey'),
      index('ix_moderation_case_next', 'status', 'priority', 'id'),
      index('ix_moderation_case_subject', 'subjectId', 'fingerprint'),
      index('ix_moderation_case_claimed', 'claimedBy', 'id'),
    ],
  },
  {
    name: 'moderation_report',
    columns: [
      ...[id(), text('caseId', 26), text('subjectId', 26), text('authorNickname', 300)],
      ...[text('messageType', 16), instant('postedAt', optional), text('textId', 26, optional)],
      ...[text('textHash', 64, optional), text('noteTextId', 26, optional), text('fingerprint', 64)],
      ...[text('source', 16), text('reportedBy', 64), instant('reportedAt')],
    ],
    indices: [
      index('ix_moderation_report_case', 'caseId', 'id'),
      index('ix_moderation_report_subject', 'subjectId', 'fingerprint'),
    ],
    fact: true,
  },
  {
    name: 'moderation_decision',
    columns: [
      ...[
        id(),
        text('caseId', 26),
        text('replaces', 26),
        text('subjectId', 26),
        text('sellerId', 26, optional),
      ],
      ...[text('outcome', 16), text('ruleCode', 32, optional), text('ruleVersionId', 26, optional)],
      ...[text('severity', 4, optional), int('policyNumber'), int('points'), text('leniency', 16, optional)],
      ...[instant('expiresAt', optional), int('pointsBefore'), int('pointsAfter'), text('step', 16)],
      ...[text('reasonTextId', 26), text('reasonHash', 64), text('noticeTextId', 26, optional)],
      ...[text('noticeHash', 64, optional), text('decidedBy', 64), text('confirmedBy', 64, optional)],
      instant('decidedAt'),
    ],
    indices: [
      unique('uq_moderation_decision_case', 'caseId', 'replaces'),
      index('ix_moderation_decision_subject', 'subjectId', 'decidedAt'),
    ],
    fact: true,
  },
  {
    name: 'strike',
    columns: [
      ...[id(), text('decisionId', 26), text('subjectId', 26), text('ruleCode', 32), int('points')],
      ...[instant('issuedAt'), instant('expiresAt')],
    ],
    indices: [
      unique('uq_strike_decision', 'decisionId'),
      index('ix_strike_subject', 'subjectId', 'issuedAt'),
    ],
    fact: true,
  },
  {
    name: 'strike_reversal',
    columns: [
      ...[key('strikeId', 26), text('subjectId', 26), instant('at'), text('cause', 16), text('causeId', 26)],
      text('endedBy', 64),
    ],
    indices: [index('ix_strike_reversal_subject', 'subjectId')],
    fact: true,
  },
  {
    name: 'sanction',
    columns: [id(), text('decisionId', 26), text('subjectId', 26), text('kind', 16), instant('startedAt')],
    indices: [
      unique('uq_sanction_decision', 'decisionId'),
      index('ix_sanction_subject', 'subjectId', 'startedAt'),
    ],
    fact: true,
  },
  {
    name: 'sanction_end',
    columns: [
      ...[
        key('sanctionId', 26),
        text('subjectId', 26),
        instant('at'),
        text('cause', 16),
        text('causeId', 26),
      ],
      text('endedBy', 64),
    ],
    indices: [index('ix_sanction_end_subject', 'subjectId')],
    fact: true,
  },
  {
    name: 'moderation_task',
    columns: [
      ...[id(), text('kind', 20), text('status', 16), text('subjectId', 26, optional)],
      ...[text('sellerId', 26, optional), text('caseId', 26, optional), text('causeType', 16)],
      ...[text('causeId', 26), text('messageTextId', 26, optional), text('claimedBy', 64, optional)],
      ...[instant('claimedUntil', optional), text('doneBy', 64, optional), instant('doneAt', optional)],
      ...[text('proofTextId', 26, optional), instant('dueAt', optional), instant('createdAt')],
      ...[instant('updatedAt'), int('version')],
    ],
    indices: [
      index('ix_moderation_task_status', 'status', 'id'),
      index('ix_moderation_task_cause', 'causeType', 'causeId'),
      index('ix_moderation_task_subject', 'subjectId', 'id'),
      index('ix_moderation_task_seller', 'sellerId', 'id'),
      index('ix_moderation_task_case', 'caseId', 'id'),
    ],
  },
  {
    name: 'appeal',
    columns: [
      ...[id(), text('decisionId', 26), text('caseId', 26), text('subjectId', 26), int('number')],
      ...[text('status', 16), text('appellant', 24), text('filedBy', 64), instant('filedAt')],
      ...[
        text('statementTextId', 26),
        text('newEvidenceTextId', 26, optional),
        text('claimedBy', 64, optional),
      ],
      ...[instant('claimedUntil', optional), text('outcome', 16, optional), instant('decidedAt', optional)],
      ...[instant('updatedAt'), int('version')],
    ],
    indices: [
      unique('uq_appeal_decision', 'decisionId', 'number'),
      index('ix_appeal_status', 'status', 'id'),
      index('ix_appeal_subject', 'subjectId', 'id'),
    ],
  },
  {
    name: 'appeal_decision',
    columns: [
      ...[id(), text('appealId', 26), text('outcome', 16), text('newDecisionId', 26, optional)],
      ...[text('replyTextId', 26), text('replyHash', 64), text('decidedBy', 64), instant('decidedAt')],
    ],
    indices: [unique('uq_appeal_decision_appeal', 'appealId')],
    fact: true,
  },
  {
    name: 'moderation_proposal',
    columns: [
      ...[id(), text('kind', 16), text('status', 16), text('subjectId', 26), text('sellerId', 26, optional)],
      ...[text('caseId', 26, optional), longText('contents'), text('reasonTextId', 26)],
      ...[text('proposedBy', 64), instant('proposedAt'), text('endedBy', 64, optional)],
      ...[instant('endedAt', optional), int('version')],
    ],
    indices: [
      index('ix_moderation_proposal_status', 'status', 'id'),
      index('ix_moderation_proposal_subject', 'subjectId', 'id'),
    ],
  },
];
