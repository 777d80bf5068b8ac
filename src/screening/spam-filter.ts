/**
 * LINE's own spam filter takes 200 phrases of 2 to 20 characters and looks for them as they are. So only strong terms
 * go there, the gravest rules first, and none that would also hit an innocent word (หวย, but not เลือกตั้ง).
 */
import type { Lexicon, LexiconTerm, TermRule } from './lexicon.js';

const MOST = 200;
const SHORTEST = 4;
const LONGEST = 20;
const order: TermRule[] = [
  'monarchy',
  'politics',
  'religion',
  'nation',
  'off_topic',
  'personal_belief',
  'daily_greeting',
];
/** LINE deletes without asking, so greetings, which sellers write too, stay out; S3 gets the most room. */
const shares: Record<TermRule, number> = {
  monarchy: 40,
  politics: 50,
  religion: 20,
  nation: 25,
  off_topic: 40,
  personal_belief: 25,
  daily_greeting: 0,
};

export function spamFilterPhrases({ terms, exceptions, sellingSignals }: Lexicon): string[] {
  const innocent = [...exceptions, ...sellingSignals.map(({ text }) => text)];
  const fits = ({ text, strength }: LexiconTerm) =>
    strength === 'strong' &&
    text.length >= SHORTEST &&
    text.length <= LONGEST &&
    !innocent.some((word) => word.includes(text));
  const usable = terms.filter(fits).map(({ text }) => text);
  const phrases = order.flatMap((rule) => {
    const own = terms.filter((term) => term.ruleCode === rule && fits(term)).map(({ text }) => text);
    // What contains another phrase is found by that one.
    return own
      .filter((text) => !usable.some((other) => other !== text && text.includes(other)))
      .slice(0, shares[rule]);
  });
  return phrases.slice(0, MOST);
}
