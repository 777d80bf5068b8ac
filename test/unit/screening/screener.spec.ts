import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { shippedLexicon } from '../../../src/screening/lexicon/shipped.js';
import { messageTypes } from '../../../src/screening/message-type.js';
import { samplePosts } from '../../../src/screening/sample-posts.js';
import { Screener } from '../../../src/screening/screener.js';

const screener = Screener.of(shippedLexicon, 1);
const cases = ['posts-sales.txt', 'posts-forbidden.txt'].flatMap((file) =>
  readFileSync(join(import.meta.dirname, '../../accuracy/cases', file), 'utf8').split('\n'),
);
const { terms, exceptions, sellingSignals } = shippedLexicon;
const words = [...terms, ...sellingSignals].map(({ text }) => text).concat(exceptions);

/** Words of the lexicon, whole, cut or changed, with what people put between them. */
const entry = fc.constantFrom(...words);
const noise = fc.constantFrom(
  ...['', ' ', '.', '\n', '😀', '\u200b', '่', 'า', 'u', 'ๆ', ' 60 บาท', '3 กก.', '081-234-5678'],
);
const piece = fc.oneof(
  entry,
  entry.map((word) => [...word].join(' ')),
  entry.map((word) => word.slice(1)),
  entry.map((word) => word.replace('า', 'ๅ').replace('น', 'u')),
  fc.string({ unit: 'binary', maxLength: 4 }),
);
const post = fc.array(fc.tuple(piece, noise), { maxLength: 6 }).map((pieces) => pieces.flat().join(''));

describe('the verdict alone', () => {
  it('is that of the whole look, for all own posts', () => {
    for (const text of [...cases, ...samplePosts])
      for (const messageType of messageTypes)
        expect([text, messageType, screener.judge({ text, messageType })]).toEqual([
          text,
          messageType,
          screener.screen({ text, messageType }).verdict,
        ]);
  });

  it('is that of the whole look, whatever is put together', () => {
    fc.assert(
      fc.property(post, fc.constantFrom(...messageTypes), (text, messageType) => {
        expect(screener.judge({ text, messageType })).toBe(screener.screen({ text, messageType }).verdict);
      }),
      { numRuns: 1_000 },
    );
  });

  it('is not changed by the message before', () => {
    screener.judge({ text: 'ขอพูดเรื่องการเมือง' });
    expect(screener.judge({ text: '' })).toBe('allowed');
  });
});
