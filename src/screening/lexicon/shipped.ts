/** The lexicon a new market begins with; each text stands in it once, for the first rule that names it. */
import type { Lexicon } from '../lexicon.js';
import { belief } from './belief.js';
import { exceptions } from './exceptions.js';
import { goodsSignals } from './goods.js';
import { greetings } from './greetings.js';
import { monarchy } from './monarchy.js';
import { nation } from './nation.js';
import { offTopic } from './off-topic.js';
import { politics } from './politics.js';
import { religion } from './religion.js';
import { sellingSignals } from './selling.js';

export const shippedLexicon: Lexicon = {
  terms: once([...monarchy, ...politics, ...nation, ...religion, ...belief, ...greetings, ...offTopic]),
  exceptions: [...new Set(exceptions)],
  sellingSignals: once([...sellingSignals, ...goodsSignals]),
};

function once<T extends { text: string }>(entries: readonly T[]): T[] {
  const texts = new Set<string>();
  return entries.filter(({ text }) => !texts.has(text) && texts.add(text));
}
