/**
 * Screening with a lexicon of 5,000 entries beside libraries that only find the words: messages a second, and ratios
 * to the fastest of them. Rounds of all take turns; medians count. The service also folds look-alikes, minds exceptions, weighs.
 */
import { AhoCorasick as Fast } from '@monyone/aho-corasick/fast';
import { default as Modern } from 'modern-ahocorasick';
import { Hits } from '../../dist/src/screening/automaton.js';
import { shippedLexicon } from '../../dist/src/screening/lexicon/shipped.js';
import { Screener } from '../../dist/src/screening/screener.js';
import { quartiles, table } from './measure.mjs';
import { inventedWords, ordinaryPosts, posts } from './screening-posts.mjs';

const ROUNDS = Math.max(5, Number(process.env.BENCH_ROUNDS ?? 7));
const ENTRIES = 5_000;

const { terms, exceptions, sellingSignals } = shippedLexicon;
const invented = inventedWords(ENTRIES - terms.length - exceptions.length - sellingSignals.length);
const lexicon = {
  ...{ exceptions, sellingSignals },
  terms: [...terms, ...invented.map((text) => ({ text, ruleCode: 'off_topic', strength: 'strong' }))],
};
const words = [...lexicon.terms, ...sellingSignals].map(({ text }) => text).concat(exceptions);

const screener = Screener.of(lexicon, 1);
const fast = new Fast(words);
const modern = new Modern(words);
const regex = new RegExp(words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'), 'g');
const hits = new Hits();
const works = {
  'the service: verdict': { work: (text) => screener.judge({ text }), messages: 20_000 },
  'the service: verdict, rules, spans': { work: (text) => screener.screen({ text }), messages: 20_000 },
  'the service: its walk over the table alone': { work: walk, messages: 20_000 },
  '@monyone/aho-corasick, fast mode': { work: (text) => fast.matchInText(text), messages: 20_000 },
  'modern-ahocorasick': { work: (text) => modern.search(text), messages: 5_000 },
  'one big regular expression': { work: (text) => text.match(regex), messages: 5_000 },
  'a loop of includes': { work: (text) => words.filter((word) => text.includes(word)), messages: 300 },
};

function walk(text) {
  hits.count = 0;
  return screener.matcher.plain.scan(text, hits);
}

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

for (const [title, messages] of [
  ['ordinary posts: talk and offers, 12 in 100 forbidden', ordinaryPosts(20_000)],
  ['talk with everyday words that are terms, one message in ten sells', posts(20_000, 0.1)],
  ['every message sells', posts(20_000, 1)],
]) {
  const letters = messages.reduce((sum, { length }) => sum + length, 0) / messages.length;
  const share = (is) => `${((messages.filter(is).length / messages.length) * 100).toFixed(0)} %`;
  const anyHit = share((text) => fast.hasKeywordInText(text));
  const term = share((text) => screener.matcher.find(text).terms.length > 0);
  const rates = measure(messages);
  const floor = quartiles(rates['@monyone/aho-corasick, fast mode']).median;
  console.log(
    `\n${title}: ${words.length} entries, ${letters.toFixed(0)} UTF-16 units a message, ` +
      `${anyHit} with an entry, ${term} with a term; messages a second of CPU time, ${ROUNDS} rounds`,
  );
  console.log(
    table([
      ['what', 'quartiles', 'median', 'times the fast mode'],
      ...Object.entries(rates).map(([name, each]) => {
        const { low, median, high } = quartiles(each);
        return [name, `${thousands(low)}–${thousands(high)}`, thousands(median), (median / floor).toFixed(2)];
      }),
    ]),
  );
}

function thousands(rate) {
  return rate >= 10_000 ? `${Math.round(rate / 1_000)} k` : Math.round(rate).toString();
}
