import { validateUsername } from '../../../src/usernames/validate-username.js';
import { sampleDirectory } from '../cooperatives/directory-of.js';

const directory = sampleDirectory();
const right = 'A1650ออมทรัพย์สอ.อยู่ดีกินดี';
const judge = (typed: string) =>
  validateUsername(typed, directory, { nicknameMax: undefined, nicknameUnit: 'utf16' });

describe('a character that shows nothing', () => {
  it.each([
    ['Hangul filler', '\u3164'],
    ['half-width filler', '\uffa0'],
    ['variation selector', '\ufe0f'],
    ['grapheme joiner', '\u034f'],
    ['tag', '\u{e0061}'],
    ['zero-width space', '\u200b'],
  ])('is named and left out: %s', (_what, unseen) => {
    for (const at of [0, 5, 9, right.length]) {
      const verdict = judge(right.slice(0, at) + unseen + right.slice(at));
      expect(verdict.issues.map(({ code }) => code)).toEqual(['INVISIBLE_CHARACTER']);
      expect(verdict).toMatchObject({ valid: false, canonical: right });
    }
  });
});

describe('a name that begins like a title, with its surname glued to it', () => {
  it.each(['คุณวุฒิสุขใจ', 'คุณกรสุขใจ', 'คุณภาพสุขใจ2', 'นางนวลสุขใจ'])('%s is valid as it was proposed', (name) => {
    const username = `A1650${name}สอ.อยู่ดีกินดี`;
    expect(judge(username)).toMatchObject({ valid: true, canonical: username, issues: [] });
  });
});
