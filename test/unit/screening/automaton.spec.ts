import fc from 'fast-check';
import { Automaton, DISGUISED, Hits } from '../../../src/screening/automaton.js';
import { classesOf } from '../../../src/screening/automaton-table.js';
import { looseClasses, plainClasses, type Classes } from '../../../src/screening/letters.js';

/** Few letters, so that words overlap, end in each other and repeat. */
const word = fc
  .array(fc.constantFrom('ก', 'ร', 'ม', 'อ', 'o', 'า'), { minLength: 1, maxLength: 5 })
  .map((letters) => letters.join(''));
const text = fc
  .array(fc.constantFrom('ก', 'ร', 'ม', 'อ', 'o', 'า', ' ', '\u200b', '่', '\n', '😀'), { maxLength: 60 })
  .map((letters) => letters.join(''));

interface Step {
  each: number;
  at: number;
}

/** Letters of the text by class, repetitions dropped; -1 where no word goes on. */
function steps(body: string, across: boolean, { of }: Classes): Step[] {
  const found: Step[] = [];
  let between = 0;
  for (let at = 0; at < body.length; at++) {
    const each = of[body.charCodeAt(at)]!;
    if (each === 1) continue;
    if (each > 1) between = 0;
    if (each === 0 && across && body[at] !== '\n' && ++between <= 5) continue;
    const step = each === 0 ? -1 : each;
    if (found.at(-1)?.each !== step) found.push({ each: step, at });
  }
  return found;
}

function naive(words: readonly string[], body: string, across: boolean, kind: Classes): string[] {
  const letters = steps(body, across, kind);
  return words
    .flatMap((each, index) => {
      const classes = classesOf(each, kind);
      if (classes.length < 2) return [];
      return letters.flatMap(({ at }, end) => {
        const begin = end + 1 - classes.length;
        const same = begin >= 0 && classes.every((wanted, i) => letters[begin + i]!.each === wanted);
        return same ? [`${index}@${at}`] : [];
      });
    })
    .sort();
}

function found(automaton: Automaton, walk: (hits: Hits) => unknown): string[] {
  const hits = new Hits();
  walk(hits);
  const all: string[] = [];
  for (let i = 0; i < hits.count; i += 2)
    for (const index of automaton.wordsOf(hits.pairs[i]!)) all.push(`${index}@${hits.pairs[i + 1]}`);
  return all.sort();
}

describe('the automaton', () => {
  it('finds what a naive search of every place finds', () => {
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 8 }), text, (words, body) => {
        for (const kind of [plainClasses, looseClasses]) {
          const automaton = Automaton.of(words, kind);
          expect(found(automaton, (hits) => automaton.scan(body, hits))).toEqual(
            naive(words, body, false, kind),
          );
          expect(found(automaton, (hits) => automaton.across(body, hits))).toEqual(
            naive(words, body, true, kind),
          );
        }
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['ก า ร เมือง', true],
    ['การ.เมือง', true],
    ['nารเมือง', true],
    ['ทุเรียน หมอนทอง', false],
  ])('says of %s whether a word may be disguised: %s', (body, expected) => {
    const seen = Automaton.of(['การเมือง'], plainClasses).scan(body, new Hits());
    expect((seen & DISGUISED) !== 0).toBe(expected);
  });
});
