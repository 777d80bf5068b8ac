/** A lexicon as one list: terms, exceptions and selling signals, which are all found in the same walk (ยุบสภา, รสชาติ, ราคา). */
import { classesOf } from './automaton-table.js';
import { looseClasses } from './letters.js';
import type { Lexicon, LexiconTerm, Strength } from './lexicon.js';
import type { Steps } from './steps.js';

export type Entry = (
  | { kind: 'term'; strength: Strength; term: LexiconTerm }
  | { kind: 'exception'; strength?: undefined }
  | { kind: 'signal'; strength: Strength }
) & {
  text: string;
  /** Is also looked for with something between the letters. */
  across: boolean;
  /** An abbreviation, which is none without its dots: กก. in ดอกกุหลาบ. */
  dotted: boolean;
};

const SIGNALS_A_STEP = 100;

export function entriesOf({ terms, exceptions, sellingSignals }: Lexicon): Entry[] {
  const ways = (text: string, always: boolean) => ({
    ...{ text, across: always || /[ .]/.test(text) },
    dotted: text.includes('.'),
  });
  return [
    ...terms.map((term) => {
      const { text, strength } = term;
      return { kind: 'term' as const, strength, term, ...ways(text, strength === 'strong') };
    }),
    ...exceptions.map((text) => ({ kind: 'exception' as const, ...ways(text, true) })),
    ...sellingSignals.map(({ text, strength }) => ({
      ...{ kind: 'signal' as const, strength },
      ...ways(text, false),
    })),
  ];
}

/**
 * Strong signals that are part of no exception and of no weak signal, however written: wherever one stands, somebody
 * sells; 1 for those. (ขาย is part of ขายชาติ, if that is an exception.)
 */
export function* uncoverable(entries: readonly Entry[]): Steps<Uint8Array> {
  const path = (text: string) => String.fromCharCode(...classesOf(text, looseClasses));
  const covering = entries
    .filter(({ kind, strength }) => kind === 'exception' || (kind === 'signal' && strength === 'weak'))
    .map(({ text }) => path(text))
    .join('\0');
  const found = new Uint8Array(entries.length);
  for (const [word, { kind, strength, text }] of entries.entries()) {
    if (kind !== 'signal' || strength !== 'strong') continue;
    if (!covering.includes(path(text))) found[word] = 1;
    if (word % SIGNALS_A_STEP === 0) yield;
  }
  return found;
}
