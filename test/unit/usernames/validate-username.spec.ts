import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { exactUsername } from '../../../src/usernames/exact-username.js';
import { isSellerName } from '../../../src/usernames/seller-name.js';
import { titleBefore } from '../../../src/usernames/seller-title.js';
import { USERNAME_ISSUE_CODES } from '../../../src/usernames/username-issue.js';
import { composeUsername, usernameKey } from '../../../src/usernames/username.js';
import { MAX_USERNAME_LENGTH, validateUsername } from '../../../src/usernames/validate-username.js';
import { sampleDirectory } from '../cooperatives/directory-of.js';

const directory = sampleDirectory();
const NO_LIMIT = { nicknameMax: undefined, nicknameUnit: 'utf16' as const };
const judge = (typed: string) => validateUsername(typed, directory, NO_LIMIT);
const codesOf = (typed: string) => [...new Set(judge(typed).issues.map(({ code }) => code))].sort();

interface Case {
  typed: string;
  valid: string;
  canonical: string;
  codes: string;
  group: string;
}

/** The cases that `npm run accuracy` counts; here each must hold. */
const cases = (
  parse(readFileSync(join(__dirname, '../../accuracy/cases/usernames.csv'), 'utf8'), {
    columns: true,
  }) as Case[]
).map((row) => ({
  ...row,
  typed: row.typed
    .replace(/\\u([0-9a-f]{4})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replaceAll('\\t', '\t'),
}));

describe('validateUsername', () => {
  it.each(cases)('$group: $typed', ({ typed, valid, canonical, codes }) => {
    const verdict = judge(typed);
    expect(verdict.valid).toBe(valid === 'yes');
    expect(verdict.canonical ?? '').toBe(canonical);
    expect(codesOf(typed)).toEqual(codes === '' ? [] : codes.split('|').sort());
  });

  it('shows every code but TOO_LONG in the cases', () => {
    const shown = new Set(cases.flatMap(({ codes }) => codes.split('|')));
    expect(USERNAME_ISSUE_CODES.filter((code) => !shown.has(code))).toEqual(['TOO_LONG']);
  });

  it('names the parts of what was sent, with its own offsets', () => {
    const { segments } = judge(' a1650 นายออมทรัพย์ สอ อยู่ดี\u200bกินดี');
    expect(segments.map(({ kind, text, start, end }) => [kind, text, start, end])).toEqual([
      ['region', 'a', 1, 2],
      ['number', '1650', 2, 6],
      ['name', 'นายออมทรัพย์', 7, 19],
      ['marker', 'สอ', 20, 22],
      ['cooperative', 'อยู่ดี\u200bกินดี', 23, 35],
    ]);
  });

  it('lists both of two equally near cooperatives and chooses none', () => {
    const { cooperative, candidates, canonical } = judge('A9999สมชายสอ.บ้านรีทอง');
    expect(cooperative).toBeUndefined();
    expect(canonical).toBeUndefined();
    expect(candidates.map((match) => [match.cooperative.shortName, match.edits])).toEqual([
      ['บ้านสีทอง', 1],
      ['บ้านศรีทอง', 1],
    ]);
  });

  it('says it in Thai and in English', () => {
    for (const { typed } of cases) {
      for (const { message } of judge(typed).issues) {
        expect(message.th).toMatch(/[ก-๙]{4}/);
        expect(message.en).toMatch(/^[A-Z].*[.]$/);
        expect(`${message.th}${message.en}`).not.toMatch(/undefined|null|\[object|NaN| {2}/);
      }
    }
  });
});

describe('length', () => {
  const username = 'A1650ออมทรัพย์สอ.อยู่ดีกินดี';

  it('is counted in three ways, without a limit', () => {
    expect(judge(username).length).toEqual({ utf16: 28, codePoints: 28, graphemes: 21 });
    expect(judge(username).displayName).toBeUndefined();
  });

  it('keeps a long username valid, and offers a shorter alias', () => {
    const verdict = validateUsername(username, directory, { nicknameMax: 22, nicknameUnit: 'utf16' });
    expect(verdict).toMatchObject({
      valid: true,
      length: { fitsOpenChat: false },
      displayName: 'A1650ออมทรัพย์สอ.อดกด.',
      issues: [{ code: 'TOO_LONG', segment: 'whole' }],
    });
  });

  it('cuts between letters where no alias is short enough', () => {
    const { displayName } = validateUsername(username, directory, {
      nicknameMax: 14,
      nicknameUnit: 'graphemes',
    });
    expect(displayName).toBe('A1650ออมทรัพย์สอ');
  });

  it('fits when it fits', () => {
    const verdict = validateUsername(username, directory, { nicknameMax: 28, nicknameUnit: 'utf16' });
    expect(verdict).toMatchObject({ length: { fitsOpenChat: true }, issues: [] });
    expect(verdict.displayName).toBeUndefined();
  });
});

describe('every well-formed username', () => {
  const syllables = [
    'ออม',
    'ทรัพย์',
    'น้ำ',
    'ใส',
    'สอ',
    'สอาด',
    'คำ',
    'สอน',
    'เพ็ญ',
    'ณ',
    'แดง',
    'ก้อง',
    'John',
    'Ann',
  ];
  const sellerName = fc
    .tuple(
      fc.array(fc.constantFrom(...syllables), { minLength: 1, maxLength: 4 }),
      fc.option(fc.integer({ min: 2, max: 400 }), { nil: undefined, freq: 3 }),
    )
    .map(([parts, n]) => parts.join('') + (n ?? ''))
    .filter((name) => isSellerName(name) && titleBefore(name) === undefined);
  const cooperative = fc.constantFrom(...directory.cooperatives);

  it('is valid and gives its parts back', () => {
    fc.assert(
      fc.property(cooperative, sellerName, (its, name) => {
        const username = composeUsername(its, name);
        const verdict = judge(username);
        expect(verdict).toMatchObject({ valid: true, canonical: username, issues: [], sellerName: name });
        expect(verdict.cooperative).toBe(its);
        expect(verdict.segments.map(({ text }) => text).join('')).toBe(username);
      }),
      { numRuns: 500 },
    );
  });

  it('is found again behind spaces, zero-width characters and small letters', () => {
    const noise = fc.constantFrom('', ' ', '\u00a0', '\u200b', '\t');
    fc.assert(
      fc.property(
        cooperative,
        sellerName,
        fc.array(noise, { minLength: 6, maxLength: 6 }),
        (its, name, gaps) => {
          const username = composeUsername(its, name);
          const { segments } = judge(username);
          const typed = segments.map(({ text }, i) => gaps[i] + text).join('') + gaps[5];
          expect(judge(typed).canonical).toBe(username);
          expect(judge(typed).valid).toBe(typed === username);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('any text at all', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 6 }),
    fc.constantFrom(
      'A',
      '1650',
      'นาย',
      'สอ.',
      'สอ',
      'ส.อ.',
      'อยู่ดีกินดี',
      'ครู',
      '\u0e48',
      '\u200b',
      ' ',
      '😀',
      '(',
      'ฤๅุถจ',
      'สหกรณ์',
    ),
  );
  const text = fc.array(piece, { maxLength: 10 }).map((pieces) => pieces.join(''));

  it('is valid exactly if it is its own canonical form, and then has no issue', () => {
    fc.assert(
      fc.property(text, (typed) => {
        const { valid, canonical, issues, segments } = judge(typed);
        expect(valid).toBe(canonical === typed);
        expect(issues.length === 0).toBe(valid);
        for (const { text: part, start, end } of segments) expect(typed.slice(start, end)).toBe(part);
        if (canonical !== undefined) {
          expect(judge(canonical)).toMatchObject({ valid: true, canonical });
          expect(exactUsername(canonical, directory)).toBeDefined();
          expect(usernameKey(canonical)).toBe(canonical.toLowerCase());
        }
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['100,000 letters', 'ก'.repeat(100_000)],
    ['nothing but marks', '\u0e48'.repeat(100_000)],
    ['one unit too many', 'ก'.repeat(MAX_USERNAME_LENGTH + 1)],
  ])('of %s is too long, whatever it says', (_, typed) => {
    const start = performance.now();
    expect(judge(typed)).toMatchObject({
      valid: false,
      canonical: undefined,
      issues: [{ code: 'TOO_LONG' }],
    });
    expect(performance.now() - start).toBeLessThan(200);
  });

  it.each([
    ['markers', `A1650${'สอ'.repeat(97)}`],
    ['dotted markers', 'สอ.'.repeat(66)],
    ['ranks', `A1650${'ส.อ.'.repeat(48)}`],
    ['marks', `A1650${'\u0e48'.repeat(190)}`],
    ['near names', `A1650${'ครูสุรินร์'.repeat(19)}`],
    ['kinds', `A1650${'สหกรณ์ออมทรัพ'.repeat(14)}`],
    ['brackets', `A1650${'('.repeat(190)}`],
    ['digits', '1'.repeat(200)],
    ['emoji', '😀'.repeat(100)],
  ])('of %s is answered at once', (_, typed) => {
    const start = performance.now();
    for (let i = 0; i < 20; i++) judge(typed);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
