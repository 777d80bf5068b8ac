import {
  appealableUntil,
  appealRefusal,
  type AppealFacts,
} from '../../../src/moderation/appeals/appeal-right.js';
import type { Appeal } from '../../../src/moderation/appeals/appeal.js';

const toldAt = '2026-03-01T03:00:00.000Z';
const inTime = '2026-03-21T16:59:59.999Z';
const tooLate = '2026-03-21T17:00:00.000Z';

const appeal = (more: Partial<Appeal>): Appeal => ({
  ...{
    id: 'A1',
    decisionId: 'D1',
    caseId: 'C1',
    subjectId: 'S1',
    number: 1,
    status: 'filed',
    appellant: 'seller',
  },
  ...{ filedBy: 'staff:1', filedAt: toldAt, statementTextId: 'T1', newEvidenceTextId: null, claimedBy: null },
  ...{ claimedUntil: null, outcome: null, decidedAt: null, updatedAt: toldAt, version: 1, ...more },
});
const decided = (outcome: Appeal['outcome'], decidedAt = '2026-03-10T03:00:00.000Z') =>
  appeal({ status: 'decided', outcome, decidedAt });
const facts = (more: Partial<AppealFacts> = {}): AppealFacts => ({
  ...{ decision: { id: 'D1', outcome: 'violation' }, toldAt, earlier: [], hasNewEvidence: false },
  ...more,
});

describe('whether a decision may be appealed', () => {
  it.each<[string, Partial<AppealFacts>, string, string | undefined]>([
    ['the first time, in time', {}, inTime, undefined],
    ['the moment the time is over', {}, tooLate, 'APPEAL_TOO_LATE'],
    ['while the person was not told', { toldAt: null }, '2027-01-01T00:00:00.000Z', undefined],
    ['a reminder without points', { decision: { id: 'D1', outcome: 'notice' } }, inTime, undefined],
    ['a dismissal', { decision: { id: 'D1', outcome: 'dismissed' } }, inTime, 'APPEAL_OF_DISMISSAL'],
    ['while one is heard', { earlier: [appeal({})] }, inTime, 'APPEAL_OPEN'],
    ['while one is claimed', { earlier: [appeal({ status: 'claimed' })] }, inTime, 'APPEAL_OPEN'],
    ['after one was withdrawn', { earlier: [appeal({ status: 'withdrawn' })] }, inTime, undefined],
    ['again without new evidence', { earlier: [decided('upheld')] }, inTime, 'APPEAL_NEEDS_NEW_EVIDENCE'],
    ['again on new evidence', { earlier: [decided('upheld')], hasNewEvidence: true }, inTime, undefined],
    [
      'again on new evidence, 20 days after the first reply',
      { earlier: [decided('upheld')], hasNewEvidence: true },
      '2026-03-30T17:00:00.000Z',
      'APPEAL_TOO_LATE',
    ],
    [
      'a third time',
      { earlier: [decided('upheld'), decided('upheld')], hasNewEvidence: true },
      inTime,
      'APPEALS_EXHAUSTED',
    ],
    [
      'what was overturned',
      { earlier: [decided('overturned')], hasNewEvidence: true },
      inTime,
      'APPEAL_SUCCEEDED_BEFORE',
    ],
    ['what was modified', { earlier: [decided('modified')] }, inTime, 'APPEAL_SUCCEEDED_BEFORE'],
  ])('%s', (_, more, now, code) => {
    expect(appealRefusal(facts(more), now)?.code).toBe(code);
  });

  it('says until when', () => {
    expect(appealableUntil({ toldAt, earlier: [] })).toBe(tooLate);
    expect(appealableUntil({ toldAt: null, earlier: [] })).toBeNull();
    expect(appealableUntil({ toldAt, earlier: [decided('upheld')] })).toBe('2026-03-30T17:00:00.000Z');
  });
});
