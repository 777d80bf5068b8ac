import { judgeMember, taskFor, type Holder, type RosterFacts } from '../../../src/roster/roster-verdict.js';

const nothing: RosterFacts = {
  ...{ holders: [], present: new Set<string>(), strangers: [], administrator: false },
  ...{ wellFormed: false, triesToBe: false },
};
const holder = (more: Partial<Holder> = {}): Holder => ({
  ...{ sellerId: 'S1', username: 'A1650ออมทรัพย์สอ.อยู่ดีกินดี', status: 'active', likeness: 'same' },
  ...more,
});
const stranger = { subjectId: 'P1', caseId: 'C1', likeness: 'lookalike' } as const;

describe('who is behind a nickname', () => {
  it.each<[string, Partial<RosterFacts>, string]>([
    ['the username letter by letter', { holders: [holder()] }, 'exact_seller'],
    ['the username of somebody removed', { holders: [holder({ status: 'removed' })] }, 'removed_before'],
    ['the username of somebody withdrawn', { holders: [holder({ status: 'withdrawn' })] }, 'inactive_seller'],
    ['another spelling', { holders: [holder({ likeness: 'spelling' })] }, 'variant_of_seller'],
    ['a username of before', { holders: [holder({ likeness: 'former' })] }, 'variant_of_seller'],
    ['look-alike letters', { holders: [holder({ likeness: 'lookalike' })] }, 'variant_of_seller'],
    [
      'look-alike letters of a seller who is there',
      { holders: [holder({ likeness: 'lookalike' })], present: new Set(['S1']) },
      'looks_like_seller',
    ],
    [
      'a username of before of a seller who is there twice',
      { holders: [holder({ likeness: 'former' })], present: new Set(['S1']) },
      'variant_of_seller',
    ],
    [
      'somebody removed under another spelling',
      { holders: [holder({ status: 'removed', likeness: 'lookalike' })] },
      'removed_before',
    ],
    [
      'somebody removed, some letters away, well-formed',
      { holders: [holder({ status: 'removed', likeness: 'near' })], wellFormed: true },
      'removed_before',
    ],
    ['a stranger removed', { strangers: [stranger] }, 'removed_before'],
    [
      'a well-formed name some letters from an active seller',
      { holders: [holder({ likeness: 'near' })], wellFormed: true },
      'not_registered',
    ],
    [
      'a malformed name some letters from an active seller',
      { holders: [holder({ likeness: 'near' })], triesToBe: true },
      'variant_of_seller',
    ],
    ['the name of an administrator', { administrator: true }, 'looks_like_administrator'],
    ['a well-formed name nobody has', { wellFormed: true, triesToBe: true }, 'not_registered'],
    ['a botched username', { triesToBe: true }, 'malformed'],
    ['a buyer', {}, 'not_a_registered_seller'],
  ])('%s', (_, facts, verdict) => {
    expect(judgeMember({ ...nothing, ...facts }).verdict).toBe(verdict);
  });

  it('takes the seller who is surely meant before a removed one some letters away', () => {
    const removed = holder({ sellerId: 'S2', status: 'removed', likeness: 'near' });
    const active = holder({ likeness: 'spelling' });
    expect(judgeMember({ ...nothing, holders: [active, removed] })).toEqual({
      verdict: 'variant_of_seller',
      holder: active,
    });
  });
});

describe('what has to be done about it', () => {
  it.each([
    ['variant_of_seller', 'spelling', 'rename'],
    ['variant_of_seller', 'near', undefined],
    ['removed_before', 'lookalike', 'remove_member'],
    ['removed_before', 'near', undefined],
    ['looks_like_seller', 'lookalike', undefined],
    ['not_registered', null, undefined],
  ] as const)('%s found by %s: %s', (verdict, likeness, task) => {
    expect(taskFor(verdict, likeness)).toBe(task);
  });
});
