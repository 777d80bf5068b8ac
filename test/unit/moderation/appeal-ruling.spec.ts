import { recordAfter, ruleOn, type RulingFacts } from '../../../src/moderation/appeals/appeal-ruling.js';
import type { ConductRecord } from '../../../src/moderation/standing/standing.js';
import { isRemovedAt, pointsAt } from '../../../src/moderation/standing/standing.js';

const at = '2026-03-01T03:00:00.000Z';
const strike = (decisionId: string, points: number) => ({
  ...{ id: `strike-${decisionId}`, decisionId, subjectId: 'S1', ruleCode: 'off_topic' as const, points },
  ...{ issuedAt: '2026-02-01T00:00:00.000Z', expiresAt: '2026-05-01T00:00:00.000Z' },
});
const sanction = (decisionId: string, kind: 'warning' | 'removal') => ({
  ...{
    id: `sanction-${decisionId}`,
    decisionId,
    subjectId: 'S1',
    kind,
    startedAt: '2026-02-01T00:00:00.000Z',
  },
});
const record: ConductRecord = {
  strikes: [strike('D1', 1), strike('D2', 3)],
  reversals: [],
  sanctions: [sanction('D1', 'warning'), sanction('D2', 'removal')],
  ends: [],
};
const rule = (more: Partial<RulingFacts> = {}) =>
  ruleOn({
    ...{ at, outcome: 'overturned', decisionId: 'D2', record, wasTakenOut: true },
    ...{ removesAgain: false, successor: null },
    ...more,
  });

describe('what follows from the end of an appeal', () => {
  it('changes nothing if the decision is upheld', () => {
    expect(rule({ outcome: 'upheld' })).toEqual({
      strikes: [],
      sanctions: [],
      successors: [],
      returns: false,
      tasks: ['deliver_notice'],
    });
  });

  it('takes back exactly what the decision caused', () => {
    const ruling = rule();
    expect(ruling.strikes.map(({ id }) => id)).toEqual(['strike-D2']);
    expect(ruling.sanctions.map(({ id }) => id)).toEqual(['sanction-D2']);
    expect(ruling).toMatchObject({ returns: true, tasks: ['deliver_notice', 'lift_ban', 'invite'] });
    const after = recordAfter(record, ruling, at);
    expect([pointsAt(after, at), isRemovedAt(after, at)]).toEqual([1, false]);
  });

  it('makes no tasks to bring back who was not taken out yet', () => {
    expect(rule({ wasTakenOut: false })).toMatchObject({ returns: true, tasks: ['deliver_notice'] });
  });

  it('brings nobody back whom another decision removed', () => {
    const both = { ...record, sanctions: [sanction('D1', 'removal'), sanction('D2', 'removal')] };
    expect(rule({ record: both })).toMatchObject({ returns: false, tasks: ['deliver_notice'] });
  });

  it('lets another decision remove the person from now on, if that alone would have', () => {
    const successor = { decisionId: 'D3', subjectId: 'S1' };
    expect(rule({ successor })).toMatchObject({
      ...{ returns: false, tasks: ['deliver_notice'] },
      successors: [{ ...successor, kind: 'removal', startedAt: at }],
    });
    expect(rule({ successor, decisionId: 'D1' }).successors).toEqual([]);
  });

  it('brings nobody back whom the new finding removes, too', () => {
    expect(rule({ outcome: 'modified', removesAgain: true })).toMatchObject({ returns: false });
  });

  it('reverses no strike twice', () => {
    const reversed = recordAfter(record, rule(), at);
    expect(rule({ record: reversed })).toMatchObject({ strikes: [], sanctions: [], returns: false });
  });

  it('takes an expired strike back, too', () => {
    const later = '2026-06-01T00:00:00.000Z';
    expect(rule({ at: later }).strikes).toHaveLength(1);
  });
});
