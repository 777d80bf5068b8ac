import fc from 'fast-check';
import { graduated } from '../../../src/moderation/policy/policy.js';
import { standingReport } from '../../../src/moderation/standing/standing-report.js';
import { pointsAt, type ConductRecord } from '../../../src/moderation/standing/standing.js';
import { daysAgo, now, strike } from './facts.js';

const nothing: ConductRecord = { strikes: [], reversals: [], sanctions: [], ends: [] };
const end = { at: daysAgo(5), cause: 'appeal' as const, causeId: 'a', endedBy: 'staff:b', subjectId: 'x' };

describe('standing', () => {
  it('is clear for who did nothing', () => {
    expect(standingReport(nothing, graduated, now)).toMatchObject({
      ...{ activePoints: 0, step: 'none', nextStep: 'warning', removed: false, clearAt: null },
    });
  });

  it('counts a strike from its very moment until just before its expiry', () => {
    const one = { ...nothing, strikes: [strike(1, daysAgo(90), 90)] };
    expect(pointsAt(one, daysAgo(90))).toBe(1);
    expect(pointsAt(one, daysAgo(90.001))).toBe(0);
    expect(pointsAt(one, daysAgo(0.001))).toBe(1);
    expect(pointsAt(one, now)).toBe(0);
    expect(standingReport(one, graduated, now).strikes[0]!.state).toBe('expired');
  });

  it('lets a reversal count from its own time', () => {
    const taken = strike(2, daysAgo(20), 90);
    const record = { ...nothing, strikes: [taken], reversals: [{ ...end, strikeId: taken.id }] };
    expect(standingReport(record, graduated, daysAgo(6)).activePoints).toBe(2);
    expect(standingReport(record, graduated, daysAgo(6)).strikes[0]).toMatchObject({
      state: 'active',
      reversal: null,
    });
    expect(standingReport(record, graduated, daysAgo(5)).activePoints).toBe(0);
    expect(standingReport(record, graduated, now).strikes[0]).toMatchObject({
      state: 'reversed',
      reversal: end,
    });
  });

  it('says who is removed, until that ends', () => {
    const sanction = {
      id: 'r',
      decisionId: 'd',
      subjectId: 'x',
      kind: 'removal' as const,
      startedAt: daysAgo(9),
    };
    const record = { ...nothing, sanctions: [sanction], ends: [{ ...end, sanctionId: 'r' }] };
    expect(standingReport(record, graduated, daysAgo(6))).toMatchObject({ removed: true, nextStep: null });
    expect(standingReport(record, graduated, now)).toMatchObject({ removed: false, nextStep: 'warning' });
  });

  it('tells nothing of what had not happened yet', () => {
    const record = { ...nothing, strikes: [strike(1, daysAgo(3), 90)] };
    expect(standingReport(record, graduated, daysAgo(4)).strikes).toEqual([]);
  });

  it('is the sum of the strikes that count, whatever their order', () => {
    const ages = fc.array(fc.tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 1, max: 3 })));
    fc.assert(
      fc.property(ages, (drawn) => {
        const strikes = drawn.map(([age, points]) => strike(points, daysAgo(age), 90));
        const expected = drawn.reduce((sum, [age, points]) => sum + (age < 90 ? points : 0), 0);
        expect(pointsAt({ ...nothing, strikes }, now)).toBe(expected);
        expect(pointsAt({ ...nothing, strikes: [...strikes].reverse() }, now)).toBe(expected);
      }),
    );
  });

  it('is clear again when the last strike expires', () => {
    const record = { ...nothing, strikes: [strike(1, daysAgo(30), 90), strike(2, daysAgo(10), 180)] };
    expect(standingReport(record, graduated, now).clearAt).toBe(daysAgo(-170));
    expect(standingReport(record, graduated, daysAgo(-170)).activePoints).toBe(0);
  });
});
