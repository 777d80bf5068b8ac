/**
 * A title in a field of its own: นาย and พ.ต.อ. ดร. are known, xyz may be one that nobody listed, =HYPERLINK(…) is none.
 */
import { nameIssue, type NameIssue } from './name-issues.js';
import { readTitles } from './title-reading.js';

const TITLE_TEXT = /^[\p{L}\p{M}\p{Nd} .,()/'’ฯ-]*$/u;
const LETTER = /\p{L}/u;

/** What makes a text no title at all; a missing one is fine. `title` is normalised, with single spaces. */
export function titleIssue(title: string): NameIssue | undefined {
  if (!TITLE_TEXT.test(title)) return nameIssue('NAME_HAS_SYMBOL');
  return title === '' || LETTER.test(title) ? undefined : nameIssue('NAME_WITHOUT_LETTERS');
}

/** Whether a person has to look at it. */
export function isUnknownTitle(title: string): boolean {
  if (title === '' || EVERYDAY.has(title)) return false;
  const bare = (text: string) => text.replace(/[\s.]/g, '');
  return !readTitles(`${title} สมชาย ใจดี`).some((reading) => bare(reading.title) === bare(title));
}

const EVERYDAY = new Set(['นาย', 'นาง', 'นางสาว', 'น.ส.']);
