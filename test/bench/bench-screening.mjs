/**
 * Screening with a lexicon of 5,000 entries beside libraries that only find the words: messages a second, and ratios
 * to each. Rounds of all take turns; medians count. The service also folds look-alikes, minds exceptions, weighs.
 */
import { AhoCorasick as Fast } from '@monyone/aho-corasick/fast';
import { default as Modern } from 'modern-ahocorasick';
import { shippedLexicon } from '../../dist/src/screening/lexicon/shipped.js';
import { Screener } from '../../dist/src/screening/screener.js';
import { quartiles, table } from './measure.mjs';
import { inventedWords, posts } from './screening-posts.mjs';

const ROUNDS = Math.max(5, Number(process.env.BENCH_ROUNDS ?? 7));
const ENTRIES = 5_000;

const { terms, exceptions, sellingSignals } = shippedLexicon;
const invented = inventedWords(ENTRIES - terms.length - exceptions.length - sellingSignals.length);
const lexicon = {
  ...{ exceptions, sellingSignals },
  terms: [...terms, ...invented.map((text) => ({ text, ruleCode: 'off_topic', strength: 'strong' }))],
};
const words = [...lexicon.terms, ...sellingSignals].map(({ text }) => text).concat(exceptions);

const screener = new Screener(lexicon, 1);
const fast = new Fast(words);
const modern = new Modern(words);
const regex = new RegExp(words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'), 'g');
const works = {
  'the service: verdict, rules, spans': {
    work: (text) => screener.screen({ text }).verdict,
    messages: 20_000,
  },
  'the service: finding terms': { work: (text) => screener.matcher.find(text), messages: 20_000 },
  'the service: its walk over the table alone': {
    work: (text) => screener.matcher.plain.scan(text, () => undefined),
    messages: 20_000,
  },
  '@monyone/aho-corasick, fast mode': { work: (text) => fast.matchInText(text), messages: 20_000 },
  'modern-ahocorasick': { work: (text) => modern.search(text), messages: 5_000 },
  'one big regular expression': { work: (text) => text.match(regex), messages: 5_000 },
  'a loop of includes': { work: (text) => words.filter((word) => text.includes(word)), messages: 300 },
};

function measure(messages) {
  const rates = Object.fromEntries(Object.keys(works).map((name) => [name, []]));
  for (let round = 0; round <= ROUNDS; round++)
    for (const [name, { work, messages: count }] of Object.entries(works)) {
      const before = process.cpuUsage().user;
      for (let i = 0; i < count; i++) work(messages[i % messages.length]);
      if (round > 0) rates[name].push((count / (process.cpuUsage().user - before)) * 1_000_000);
    }
  return rates;
}

for (const [title, saleShare] of [
  ['ordinary talk, one message in ten sells', 0.1],
  ['every message sells', 1],
]) {
  const messages = posts(20_000, saleShare);
  const letters = messages.reduce((sum, { length }) => sum + length, 0) / messages.length;
  const hits = messages.filter((text) => fast.hasKeywordInText(text)).length / messages.length;
  const rates = measure(messages);
  const service = quartiles(rates['the service: verdict, rules, spans']).median;
  console.log(
    `\n${title}: ${words.length} entries, ${letters.toFixed(0)} UTF-16 units a message, ` +
      `${(hits * 100).toFixed(0)} % with a hit; messages a second of CPU time, ${ROUNDS} rounds`,
  );
  console.log(
    table([
      ['what', 'quartiles', 'median', 'service is … times it'],
      ...Object.entries(rates).map(([name, each]) => {
        const { low, median, high } = quartiles(each);
        return [
          name,
          `${thousands(low)}–${thousands(high)}`,
          thousands(median),
          (service / median).toFixed(1),
        ];
      }),
    ]),
  );
}

function thousands(rate) {
  return rate >= 10_000 ? `${Math.round(rate / 1_000)} k` : Math.round(rate).toString();
}
