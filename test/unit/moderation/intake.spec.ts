import fc from 'fast-check';
import { caseActionsOf } from '../../../src/moderation/cases/case-actions.js';
import { caseStatuses, canStep, type CaseStatus } from '../../../src/moderation/cases/case-course.js';
import { caseThatTakes, type KnownCase } from '../../../src/moderation/cases/case-joining.js';
import type { Case } from '../../../src/moderation/cases/case.js';
import { sameMessageText } from '../../../src/moderation/reports/message-fingerprint.js';
import { priorityOf, suggestionOf, suggestedRule } from '../../../src/moderation/reports/suggestion.js';
import { retainUntil } from '../../../src/moderation/texts/retention.js';

const now = '2026-01-15T03:00:00.000Z';
const before = '2026-01-15T02:00:00.000Z';
const after = '2026-01-15T04:00:00.000Z';
const matter = (id: string, status: CaseStatus, more: Partial<Case> = {}) =>
  ({ id, status, claimedBy: null, claimedUntil: null, ...more }) as Case;
const known = (id: string, status: CaseStatus, decidedAt: string | null = null): KnownCase => ({
  case: matter(id, status),
  decidedAt,
});

describe('the case that takes a report', () => {
  it.each([
    ['none, of no cases', [], now, undefined],
    ['the undecided one', [known('a', 'open')], now, 'a'],
    [
      'the undecided one, when nobody knows the time',
      [known('a', 'decided', now), known('b', 'escalated')],
      null,
      'b',
    ],
    ['the decided one of a message posted before', [known('a', 'closed', now)], before, 'a'],
    ['the decided one, when nobody knows the time', [known('a', 'closed', now)], null, 'a'],
    ['a new one of a message posted after', [known('a', 'closed', now)], after, undefined],
    ['the decided one rather than an open one', [known('b', 'open'), known('a', 'closed', now)], before, 'a'],
    [
      'the earliest decided after the post',
      [known('b', 'closed', after), known('a', 'closed', now)],
      before,
      'a',
    ],
  ])('is %s', (_what, cases, postedAt, id) => expect(caseThatTakes(cases, postedAt)?.id).toBe(id));
});

describe('two reports mean the same message', () => {
  it('whatever blanks, width and case of its words are, and whenever it was posted', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[ก-ฮa-z0-9 ]{1,40}$/), (text) => {
        const typed = ` ${text.toUpperCase().split('').join('\u200b')}\n`;
        expect(sameMessageText({ messageType: 'text', text: typed, postedAt: now })).toBe(
          sameMessageText({ messageType: 'text', text, postedAt: null }),
        );
      }),
    );
  });

  it('only if it is of the same kind', () => {
    const texts = (['text', 'link', 'sticker', 'image'] as const).map((messageType) =>
      sameMessageText({ messageType, text: 'ก', postedAt: now }),
    );
    expect(new Set(texts).size).toBe(4);
  });
});

describe('what may be done with a case', () => {
  const actions = (row: Case, caller = 'me') => caseActionsOf(row, caller, now).map(({ action }) => action);

  it('is nothing while another holds it, and everything once the time is over', () => {
    const held = matter('a', 'claimed', { claimedBy: 'you', claimedUntil: after });
    expect(actions(held)).toEqual([]);
    expect(actions(held, 'you')).toContain('decision');
    expect(actions({ ...held, claimedUntil: before })).toContain('claim');
  });

  it.each(caseStatuses)('of status %s follows the table of steps', (status) => {
    const deeds = caseActionsOf(matter('a', status), 'me', now)
      .filter(({ method }) => method === 'POST')
      .map(({ action }) => action);
    for (const action of deeds)
      if (action !== 'decision-preview') expect(canStep(status, action as 'claim')).toBe(true);
    expect(deeds.includes('decision')).toBe(['open', 'claimed', 'escalated'].includes(status));
  });
});

describe('what screening suggests', () => {
  const screened = {
    ...{ verdict: 'review' as const, sellingSignals: [], lexiconVersion: 1 },
    suggestions: [
      { ruleCode: 'off_topic' as const, score: 1, matches: [{ start: 0, end: 2, text: 'คำ' }] },
      { ruleCode: 'politics' as const, score: 3, matches: [] },
    ],
  };

  it('is kept without the words, the likeliest first', () => {
    const kept = suggestionOf(screened);
    expect(JSON.stringify(kept)).not.toContain('คำ');
    expect(suggestedRule(kept)).toBe('politics');
    expect(suggestedRule({ ...kept, verdict: 'allowed' })).toBeNull();
  });

  it('puts S3 in front', () => {
    expect(priorityOf('S3')).toBeLessThan(priorityOf('S2'));
    expect(priorityOf(null)).toBe(priorityOf('S0'));
  });
});

describe('how long words are kept', () => {
  it.each([
    ['S3', 'violation', '2027-02-14T03:00:00.000Z'],
    ['S1', 'violation', '2028-01-15T03:00:00.000Z'],
    ['S0', 'notice', '2028-01-15T03:00:00.000Z'],
    ['S3', 'dismissed', '2026-04-15T03:00:00.000Z'],
    [null, 'duplicate', '2026-04-15T03:00:00.000Z'],
  ] as const)('%s %s: until %s', (severity, outcome, until) =>
    expect(retainUntil(severity, outcome, now)).toBe(until),
  );
});
