/**
 * What an admin may do to the lexicon: add and remove entries. A term must not lurk in an everyday word: ชาติ is
 * refused unless รสชาติ and ธรรมชาติ are exceptions.
 */
import type { FieldError } from '../platform/errors.js';
import { classesOf, FEWEST } from './automaton-table.js';
import { plainClasses } from './letters.js';
import type { Lexicon, LexiconTerm, SellingSignal } from './lexicon.js';
import { problem, type ProblemCode } from './lexicon-problems.js';
import { spelt } from './spelling.js';

export interface LexiconChange {
  add?: { terms?: LexiconTerm[]; exceptions?: string[]; sellingSignals?: SellingSignal[] };
  /** By text. */
  remove?: { terms?: string[]; exceptions?: string[]; sellingSignals?: string[] };
}

type Part = keyof Lexicon;
type Entry = { text: string };
const parts: Part[] = ['terms', 'exceptions', 'sellingSignals'];
const LONGEST = 60;

export interface ChangedLexicon {
  lexicon: Lexicon;
  added: number;
  removed: number;
  /** Everything that is wrong with the change; then the lexicon is not to be used. */
  problems: FieldError[];
}

/** @param everyday words of the market that no term may hit by accident */
export function changeLexicon(
  before: Lexicon,
  change: LexiconChange,
  everyday: readonly string[],
): ChangedLexicon {
  const problems: FieldError[] = [];
  const lexicon = { ...before };
  for (const part of parts) {
    const kept = without(before[part], change, part, problems);
    checkNew(kept, change, part, problems);
    Object.assign(lexicon, { [part]: [...kept, ...(change.add?.[part] ?? [])] });
  }
  checkTerms(lexicon, change, everyday, problems);
  const [added, removed] = [change.add, change.remove].map((lists) =>
    parts.reduce((sum, part) => sum + (lists?.[part]?.length ?? 0), 0),
  ) as [number, number];
  if (added + removed === 0) problems.push(problem('', 'CHANGE_EMPTY', ''));
  return { lexicon, added, removed, problems };
}

const textOf = (entry: Entry | string): string => (typeof entry === 'string' ? entry : entry.text);

function without(
  entries: readonly (Entry | string)[],
  { remove }: LexiconChange,
  part: Part,
  problems: FieldError[],
): (Entry | string)[] {
  const known = new Set(entries.map(textOf));
  const gone = new Set(remove?.[part]);
  remove?.[part]?.forEach((text, i) => {
    if (!known.has(text)) problems.push(problem(`/remove/${part}/${i}`, 'ENTRY_UNKNOWN', text));
  });
  return entries.filter((entry) => !gone.has(textOf(entry)));
}

function checkNew(
  kept: readonly (Entry | string)[],
  { add }: LexiconChange,
  part: Part,
  problems: FieldError[],
): void {
  const known = new Set(kept.map((entry) => spelt(textOf(entry))));
  add?.[part]?.forEach((entry, i) => {
    const text = textOf(entry);
    const code = faultOf(text) ?? (known.has(spelt(text)) ? 'ENTRY_KNOWN' : undefined);
    if (code) problems.push(problem(`/add/${part}/${i}${part === 'exceptions' ? '' : '/text'}`, code, text));
    known.add(spelt(text));
  });
}

function faultOf(text: string): ProblemCode | undefined {
  if (text.trim() === '') return 'ENTRY_BLANK';
  if (text.length > LONGEST) return 'ENTRY_TOO_LONG';
  return classesOf(text, plainClasses).length < FEWEST ? 'ENTRY_TOO_SHORT' : undefined;
}

/** One strong term alone makes a message suspect: "12" or "ok" would make nearly all of them so. */
function mayBeStrong(text: string): boolean {
  const letters = text.match(/[\p{L}\p{M}]/gu) ?? [];
  return letters.length >= (letters.every((letter) => letter < '\u0080') ? 3 : 2);
}

function checkTerms(
  lexicon: Lexicon,
  { add }: LexiconChange,
  everyday: readonly string[],
  problems: FieldError[],
): void {
  const excepted = new Set(lexicon.exceptions.map(spelt));
  const words = [...new Set([...lexicon.sellingSignals.map(textOf), ...everyday])]
    .map((word) => ({ word, own: spelt(word) }))
    .filter(({ own }) => !excepted.has(own));
  add?.terms?.forEach(({ text, strength }, i) => {
    if (faultOf(text)) return;
    if (strength === 'strong' && !mayBeStrong(text))
      problems.push(problem(`/add/terms/${i}/text`, 'TERM_TOO_SHORT_TO_BE_STRONG', text));
    const own = spelt(text);
    const inside = words.find((each) => each.own.includes(own));
    if (inside) problems.push(problem(`/add/terms/${i}/text`, 'TERM_IN_EVERYDAY_WORD', text, inside.word));
  });
}
