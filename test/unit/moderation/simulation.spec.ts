import { graduated } from '../../../src/moderation/policy/policy.js';
import { asItWas, asItWouldBe, type PastViolation } from '../../../src/moderation/policy/simulation.js';

const at = '2026-03-01T00:00:00.000Z';
const violation = (more: Partial<PastViolation> = {}): PastViolation => ({
  ...{ ruleCode: 'off_topic', leniency: null, decidedAt: '2026-02-01T00:00:00.000Z', points: 1 },
  ...{ expiresAt: '2026-05-02T00:00:00.000Z', step: 'warning', ...more },
});
const second = violation({ decidedAt: '2026-02-10T00:00:00.000Z', step: 'final_warning' });
const dearer = { ...graduated, rules: { ...graduated.rules, off_topic: { points: 2, days: 90 } } };
const shorter = { ...graduated, rules: { ...graduated.rules, off_topic: { points: 1, days: 10 } } };

describe('past decisions under another policy', () => {
  it('are what they were under the policy they were made under', () => {
    expect(asItWouldBe([violation(), second], graduated, at)).toEqual(asItWas([violation(), second], at));
  });

  it.each([
    ['points are dearer', dearer, { points: 4, step: 'removal' }],
    ['points expire sooner', shorter, { points: 0, step: 'final_warning' }],
    ['every violation removes', { ...graduated, profile: 'strict' as const }, { points: 2, step: 'removal' }],
    [
      'the ladder is longer',
      { ...graduated, ladder: { warning: 2, final_warning: 3, removal: 4 } },
      { points: 2, step: 'warning' },
    ],
  ])('when %s', (_, policy, expected) => {
    expect(asItWouldBe([violation(), second], policy, at)).toEqual(expected);
  });

  it('keep the leniency a moderator found', () => {
    const lenient = violation({ leniency: 'before_notice', points: 0, expiresAt: null, step: 'none' });
    expect(asItWouldBe([lenient], dearer, at)).toEqual({ points: 0, step: 'none' });
    const first = violation({
      ruleCode: 'daily_greeting',
      leniency: 'first_time',
      points: 0,
      expiresAt: null,
    });
    expect(asItWouldBe([first], graduated, at)).toEqual({ points: 0, step: 'none' });
  });

  it('are nothing for who has none', () => {
    expect(asItWas([], at)).toEqual({ points: 0, step: 'none' });
  });
});
