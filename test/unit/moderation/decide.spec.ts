import fc from 'fast-check';
import { decide } from '../../../src/moderation/decisions/decide.js';
import { graduated } from '../../../src/moderation/policy/policy.js';
import { ruleCodes, sensitiveRules, type RuleCode } from '../../../src/screening/rule-codes.js';
import { daysAgo, facts, now, past, removed, strict, withPoints } from './facts.js';

const kinds = (verdict: ReturnType<typeof decide>) => verdict.tasks.map(({ kind }) => kind);
const underStrict = { policy: { number: 2, policy: strict } };

describe('a first violation', () => {
  it.each<[RuleCode, number, string, number]>([
    ['daily_greeting', 0, 'none', 0],
    ['off_topic', 1, 'warning', 90],
    ['personal_belief', 2, 'final_warning', 180],
    ['nation', 3, 'removal', 365],
    ['religion', 3, 'removal', 365],
    ['monarchy', 3, 'removal', 365],
    ['politics', 3, 'removal', 365],
    ['username_format', 0, 'none', 0],
  ])('of %s gives %i points and leads to %s', (code, points, step, days) => {
    const verdict = decide(facts(code));
    expect(verdict).toMatchObject({ points, step, pointsBefore: 0, pointsAfter: points });
    expect(verdict.expiresAt).toBe(days === 0 ? null : daysAgo(-days));
  });
});

describe('the ladder', () => {
  it.each([
    [0, 'warning'],
    [1, 'final_warning'],
    [2, 'removal'],
    [7, 'removal'],
  ])('with %i points before, one more leads to %s', (before, step) => {
    const verdict = decide(facts('off_topic', withPoints(before)));
    expect(verdict).toMatchObject({ step, sanction: step, pointsBefore: before, pointsAfter: before + 1 });
  });

  it.each(['daily_greeting', 'off_topic', 'personal_belief', 'politics'] as const)(
    'leads to removal for every %s under strict',
    (code) => expect(decide(facts(code, underStrict)).sanction).toBe('removal'),
  );

  it('asks to rename first under strict, and removes who ignored that', () => {
    const asked = decide(facts('username_format', underStrict));
    expect(asked).toMatchObject({ step: 'none', sanction: null });
    expect(asked.tasks).toContainEqual({ kind: 'rename', dueAt: daysAgo(-14) });
    const ignored = decide(facts('username_format', { ...underStrict, renameIgnored: true }));
    expect(ignored.sanction).toBe('removal');
    expect(decide(facts('username_format', { renameIgnored: true })).step).toBe('none');
  });

  it('removes nobody twice', () => {
    const again = decide(facts('politics', removed));
    expect(again).toMatchObject({ points: 3, step: 'removal', sanction: null, needsSecondPerson: false });
    expect(kinds(again)).toEqual(['delete_message', 'deliver_notice']);
  });

  it('goes to its end at once when a moderator orders the removal', () => {
    const ordered = decide(facts('off_topic', { ordersRemoval: true, hasMessage: false }));
    expect(ordered).toMatchObject({ points: 1, step: 'removal', sanction: 'removal' });
    expect(kinds(ordered)).toEqual(['deliver_notice', 'remove_member']);
  });
});

describe('leniency', () => {
  it.each([
    ['never before', [], 0, 'first_time'],
    ['90 days ago', [past('daily_greeting', daysAgo(90), daysAgo(90))], 0, 'first_time'],
    ['a second less', [past('daily_greeting', daysAgo(89.99), daysAgo(89))], 1, null],
    ['another rule', [past('off_topic', daysAgo(3), daysAgo(3))], 0, 'first_time'],
  ])('counts a greeting as the first: %s', (_when, earlier, points, leniency) => {
    const verdict = decide(facts('daily_greeting', { past: earlier }));
    expect(verdict).toMatchObject({ points, leniency, severity: leniency ? 'S0' : 'S1' });
  });

  it.each([
    ['posted after the notice', daysAgo(2), daysAgo(1), 1, null],
    ['posted at the very moment', daysAgo(2), daysAgo(2), 1, null],
    ['posted before the notice', daysAgo(1), daysAgo(2), 0, 'before_notice'],
    ['not told yet', null, daysAgo(1), 0, 'before_notice'],
  ])('gives no points twice: %s', (_when, deliveredAt, postedAt, points, leniency) => {
    const earlier = [
      past('personal_belief', daysAgo(30), daysAgo(29)),
      past('off_topic', daysAgo(4), deliveredAt),
    ];
    const verdict = decide(facts('off_topic', { past: earlier, postedAt }));
    expect(verdict).toMatchObject({ points, leniency, sanction: points ? 'warning' : null });
  });

  it.each(sensitiveRules)('does not cover %s', (code) => {
    expect(decide(facts(code, { past: [past('off_topic', daysAgo(4), null)] })).points).toBe(3);
  });

  it('goes by the latest finding, not by the order they come in', () => {
    const earlier = [past('off_topic', daysAgo(4), daysAgo(3)), past('off_topic', daysAgo(30), null)];
    expect(decide(facts('off_topic', { past: earlier, postedAt: daysAgo(1) })).points).toBe(1);
  });
});

describe('what is to be done', () => {
  it.each([
    ['a violation', facts('off_topic'), ['delete_message', 'deliver_notice']],
    ['a removal', facts('politics'), ['delete_message', 'deliver_notice', 'remove_member']],
    ['a wrong name', facts('username_format'), ['deliver_notice', 'rename']],
    ['nothing wrong', facts(null), []],
    [
      'a reminder',
      facts('off_topic', { finding: { outcome: 'notice', ruleCode: 'off_topic', reason: 'ขอแจ้ง' } }),
      ['deliver_notice'],
    ],
  ])('after %s', (_what, given, expected) => expect(kinds(decide(given))).toEqual(expected));
});

describe('four eyes', () => {
  const two = { removalsNeedTwo: true };
  it.each([
    ['a removal', facts('off_topic', { ...two, ...withPoints(2) }), true],
    ['the gravest matter', facts('politics', two), false],
    ['a warning', facts('off_topic', two), false],
    ['a removal without the setting', facts('off_topic', withPoints(2)), false],
  ])('for %s', (_what, given, needed) => expect(decide(given).needsSecondPerson).toBe(needed));
});

describe('the hash', () => {
  const base = facts('off_topic');
  it('is the same a day later, if nothing has happened', () => {
    expect(decide({ ...base, at: daysAgo(-1) }).hash).toBe(decide(base).hash);
  });

  it.each([
    ['points', { ...base, ...withPoints(1) }],
    ['the policy', { ...base, policy: { number: 2, policy: graduated } }],
    ['the rule’s wording', { ...base, rule: { ...base.rule!, versionId: 'next' } }],
    ['the reason', { ...base, finding: { ...base.finding, reason: 'เหตุผลอื่น' } }],
    ['a removal', { ...base, ...removed }],
    ['leniency', { ...base, past: [past('off_topic', daysAgo(4), null)] }],
    ['the setting', { ...facts('off_topic', withPoints(2)), removalsNeedTwo: true }],
  ])('differs with %s', (_what, moved) => expect(decide(moved).hash).not.toBe(decide(base).hash));
});

describe('whatever the facts', () => {
  const anyFacts = fc
    .record({
      code: fc.constantFrom(...ruleCodes),
      points: fc.nat(6),
      isStrict: fc.boolean(),
      told: fc.option(fc.integer({ min: 0, max: 40 })),
      posted: fc.integer({ min: 0, max: 40 }),
      isRemoved: fc.boolean(),
      two: fc.boolean(),
    })
    .map(({ code, points, isStrict, told, posted, isRemoved, two }) =>
      facts(code, {
        ...(isRemoved ? removed : withPoints(points)),
        ...(isStrict ? underStrict : {}),
        past: [past('off_topic', daysAgo(41), told === null ? null : daysAgo(told))],
        ...{ postedAt: daysAgo(posted), removalsNeedTwo: two },
      }),
    );

  it('points are never negative, never more than the rule has, and always counted', () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        const verdict = decide(given);
        const most = given.policy.policy.rules[given.rule!.code].points;
        expect(verdict.points).toBeGreaterThanOrEqual(0);
        expect(verdict.points).toBeLessThanOrEqual(most);
        expect(verdict.pointsAfter).toBe(verdict.pointsBefore + verdict.points);
        expect(verdict.leniency === null).toBe(verdict.points === most);
        expect(verdict.expiresAt === null).toBe(verdict.points === 0);
      }),
    );
  });

  it('somebody is told, and removed at most once', () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        const verdict = decide(given);
        const removals = kinds(verdict).filter((kind) => kind === 'remove_member').length;
        expect(kinds(verdict)).toContain('deliver_notice');
        expect(removals).toBe(verdict.sanction === 'removal' ? 1 : 0);
        if (given.record.sanctions.length > 0) expect(verdict.sanction).toBeNull();
        if (given.policy.policy.profile === 'strict' && given.rule!.code !== 'username_format')
          expect(verdict.step).toBe('removal');
      }),
    );
  });

  it('more points before never lead to a milder step', () => {
    fc.assert(
      fc.property(fc.nat(6), fc.constantFrom(...ruleCodes), (before, code) => {
        const order = ['none', 'warning', 'final_warning', 'removal'];
        const at = (points: number) => order.indexOf(decide(facts(code, withPoints(points))).step);
        expect(at(before + 1)).toBeGreaterThanOrEqual(at(before));
      }),
    );
  });
});

describe('the notice', () => {
  it('tells rule, reason, points until when, what follows, and how to appeal', () => {
    const { notice } = decide(facts('off_topic', withPoints(1)));
    expect(notice!.th.split('\n')).toEqual([
      'เรียน คุณออมทรัพย์',
      'ข้อความของท่านในกลุ่มตลาดกลาง ชสอ. ออนไลน์ ไม่เป็นไปตามกติกา “กติกา off_topic”',
      'เหตุผล: ไม่เกี่ยวกับการขาย',
      'บันทึก 1 คะแนน มีผลถึงวันที่ 30 พฤษภาคม 2569 ขณะนี้ท่านมีคะแนนรวม 2 คะแนน',
      'ผลการพิจารณา: ตักเตือนครั้งสุดท้าย',
      'หากเกิดขึ้นอีก ผลการพิจารณาอาจเป็นการเชิญออกจากกลุ่ม',
      'หากไม่เห็นด้วย ท่านอุทธรณ์ได้ภายใน 20 วันหลังจากวันที่ได้รับข้อความนี้ (ถึงเวลา 24.00 น. ของวันสุดท้าย) โดยแจ้งผู้ดูแลกลุ่ม หรือ โทร. 0 2496 1199',
      'ขอบคุณที่ร่วมดูแลตลาดของเรา',
    ]);
    expect(notice!.en).toContain('valid until 2026-05-30');
  });

  it.each([
    ['the first time', facts('daily_greeting'), 'ครั้งนี้เป็นครั้งแรก'],
    ['not told before', facts('off_topic', { past: [past('off_topic', now, null)] }), 'ก่อนที่ท่านจะได้รับ'],
    ['a removal', facts('politics'), 'เชิญออกจากกลุ่ม'],
    [
      'a wrong name',
      facts('username_format'),
      'กรุณาเปลี่ยนชื่อในกลุ่มเป็น A1650ออมทรัพย์สอ.อยู่ดีกินดี ภายในวันที่ 15 มีนาคม 2569',
    ],
    [
      'an order',
      facts('off_topic', { ordersRemoval: true, hasMessage: false }),
      'ผู้ดูแลตลาดกลาง ชสอ. ออนไลน์ พบว่า',
    ],
  ])('says so: %s', (_what, given, words) => expect(decide(given).notice!.th).toContain(words));

  it('is not there for a dismissed case', () => expect(decide(facts(null)).notice).toBeNull());

  it('never shows a blank or a word of programs', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ruleCodes), fc.nat(5), fc.boolean(), (code, points, known) => {
        const given = facts(code, {
          ...withPoints(points),
          ...(known ? {} : { username: null, helpContact: '' }),
        });
        const { th, en } = decide(given).notice!;
        for (const text of [th, en]) expect(text).not.toMatch(/undefined|null|NaN|\$\{|^$|\n\n| {2}/m);
      }),
    );
  });
});
