import fc from 'fast-check';
import { IMPORT_STATUSES, isOver, mayBecome, type ImportStatus } from '../../../src/imports/import-run.js';
import { confirmationAnswer, confirmationState } from '../../../src/imports/plan/plan-confirmation.js';
import { chainPlan, planBeginning, sellersIn } from '../../../src/imports/plan/planned-rows.js';

type Planned = Parameters<typeof chainPlan>[1][number];

const row = (rowNo: number, more: Partial<Planned> = {}): Planned => ({
  ...{
    rowNo,
    outcome: 'created',
    sellerId: `new-${rowNo}`,
    username: `ชื่อ${rowNo}`,
    reason: null,
    details: null,
  },
  ...more,
});
const start = planBeginning('a', null);
const none = new Map<string, number>();

describe('the hash of a plan', () => {
  it('is the same wherever the rows are cut into chunks', () => {
    const rows = Array.from({ length: 30 }, (_, n) => row(n + 1));
    const whole = chainPlan(start, rows, none);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 }), (a, b) => {
        const [x, y] = [Math.min(a, b), Math.max(a, b)];
        const parts = [rows.slice(0, x), rows.slice(x, y), rows.slice(y)];
        expect(parts.reduce((hash, part) => chainPlan(hash, part, none), start)).toBe(whole);
      }),
    );
  });

  it.each<[string, Partial<Planned>]>([
    ['outcome', { outcome: 'skipped' }],
    ['username', { username: 'อื่น' }],
    ['seller', { sellerId: 'known' }],
    ['reason', { reason: 'no_contact' }],
    ['changed members', { details: '["phone"]' }],
    ['row number', { rowNo: 2 }],
  ])('is another one with another %s', (_what, more) => {
    expect(chainPlan(start, [row(1, more)], none)).not.toBe(chainPlan(start, [row(1)], none));
  });

  it('knows planned sellers by the row that would make them, and candidates in any order', () => {
    const waits = (ids: string[]) =>
      row(9, {
        ...{ outcome: 'needs_review', sellerId: null, username: null },
        details: JSON.stringify(ids.map((sellerId) => ({ type: 'seller', sellerId }))),
      });
    const [one, two] = [
      [row(1), waits(['new-1', 'known'])],
      [row(1, { sellerId: 'x' }), waits(['known', 'x'])],
    ];
    expect(sellersIn(one)).toEqual(['new-1', 'known']);
    const hashes = [
      chainPlan(start, one, new Map([['new-1', 1]])),
      chainPlan(start, two, new Map([['x', 1]])),
    ];
    expect(hashes[0]).toBe(hashes[1]);
  });

  it('is another one for another file or another basis of consent', () => {
    expect(new Set([start, planBeginning('b', null), planBeginning('a', '{}')]).size).toBe(3);
  });
});

describe('the statuses of an import', () => {
  it('end in one of four, and every other one can be cancelled but the upload itself', () => {
    const ends = IMPORT_STATUSES.filter(isOver);
    expect(ends).toEqual(['completed', 'failed', 'cancelled', 'expired']);
    const open = IMPORT_STATUSES.filter((status) => !isOver(status) && status !== 'uploading');
    expect(open.filter((status) => !mayBecome(status, 'cancelled'))).toEqual([]);
    expect(mayBecome('planned', 'running')).toBe(false);
  });
});

describe('a confirmation', () => {
  const run = (status: ImportStatus, planHash: string | null, confirmedHash: string | null = null) => ({
    ...{ id: 'i', total: 1, counts: '{}', status, planHash, confirmedHash },
  });

  it.each([
    ['planned', 'P', null, 'as_planned', null],
    ['planned', 'other', null, 'another_plan', null],
    ['planned', 'other', 'P', 'another_plan', 'outdated'],
    ['planning', null, null, 'wrong_state', null],
    ['planning', 'P', 'P', 'checking', 'checking'],
    ['queued', 'P', 'P', 'accepted', 'accepted'],
    ['running', 'P', 'P', 'accepted', 'accepted'],
    ['completed', 'P', 'P', 'accepted', 'accepted'],
    ['running', 'other', 'other', 'wrong_state', 'accepted'],
    ['cancelled', 'P', 'P', 'wrong_state', 'accepted'],
    ['expired', 'P', null, 'wrong_state', null],
    ['completed', null, null, 'wrong_state', null],
  ] as const)(
    'of P finds a run that is %s with plan %s, confirmed %s: %s',
    (status, plan, confirmed, answer, state) => {
      expect(confirmationAnswer(run(status, plan, confirmed), 'P')).toBe(answer);
      expect(confirmationState(run(status, plan, confirmed))).toBe(state);
    },
  );
});
