import fc from 'fast-check';
import { canonical, looseClasses, readsAs } from '../../../src/screening/letters.js';
import { Matcher } from '../../../src/screening/matcher.js';

const lexicon = {
  terms: [
    { text: 'การเมือง', ruleCode: 'politics' as const, strength: 'strong' as const },
    { text: 'พรรค', ruleCode: 'politics' as const, strength: 'weak' as const },
    { text: 'เลือกตั้ง', ruleCode: 'politics' as const, strength: 'strong' as const },
    { text: 'แบ่งแยกดินแดน', ruleCode: 'nation' as const, strength: 'strong' as const },
    { text: 'กู้', ruleCode: 'off_topic' as const, strength: 'weak' as const },
    { text: 'ชาติ', ruleCode: 'nation' as const, strength: 'weak' as const },
    { text: 'ธรรม', ruleCode: 'religion' as const, strength: 'weak' as const },
    { text: 'โบนัส', ruleCode: 'off_topic' as const, strength: 'strong' as const },
    { text: 'หวย', ruleCode: 'personal_belief' as const, strength: 'strong' as const },
    { text: 'ส.ว.สรรหา', ruleCode: 'politics' as const, strength: 'strong' as const },
    { text: 'jili', ruleCode: 'off_topic' as const, strength: 'strong' as const },
  ],
  exceptions: ['รสชาติ', 'เลือกตั้งแต่', 'ธรรมชาติ', 'พรรคพวก'],
  sellingSignals: [{ text: 'ราคา', strength: 'strong' as const }],
};
const matcher = Matcher.of(lexicon);
const found = (text: string) => matcher.find(text).terms.map(({ term }) => term.text);

describe('a term is found', () => {
  it.each([
    ['as written', 'คุยเรื่องการเมืองกันไหม', 'การเมือง'],
    ['with ๅ for า', 'กๅรเมือง', 'การเมือง'],
    ['with a space between all letters', 'ก า ร เ มื อ ง', 'การเมือง'],
    ['with dots', 'ก.า.ร.เ.มื.อ.ง', 'การเมือง'],
    ['with one dot', 'การ.เมือง', 'การเมือง'],
    ['with one space', 'การ เมือง', 'การเมือง'],
    ['with emoji between', 'ก🔥า🔥ร🔥เ🔥มือ🔥ง', 'การเมือง'],
    ['with zero-width characters', 'กา\u200bรเ\u200cมื\u2060อง', 'การเมือง'],
    ['with letters repeated', 'การรรเมืองงง', 'การเมือง'],
    ['with Latin look-alikes', 'nารlมือง', 'การเมือง'],
    ['with look-alikes inside', 'โUนัa', 'โบนัส'],
    ['with full-width Latin', 'โＵนัส', 'โบนัส'],
    ['with เเ for แ', 'เเบ่งเเยกดินเเดน', 'แบ่งแยกดินแดน'],
    ['with another tone mark, in a long word', 'เลือกตัง', 'เลือกตั้ง'],
    ['with the tone mark before the vowel', 'เลอืกต้ัง'.replace('อื', 'ือ'), 'เลือกตั้ง'],
    ['after a word that ends in its first letter', 'นักการเมือง', 'การเมือง'],
    ['as an abbreviation with its dots', 'พวก ส.ว.สรรหา', 'ส.ว.สรรหา'],
    ['in Latin letters', 'เล่น JILI วันนี้', 'jili'],
  ])('%s: %s', (_how, text, term) => {
    expect(found(text)).toEqual([term]);
  });
});

describe('a term is not found', () => {
  it.each([
    ['in an exception', 'รสชาติดี ย้อมสีธรรมชาติ'],
    ['in an exception that a space cuts', 'มีให้เลือก ตั้งแต่ 100 บาท'],
    ['when a mark follows', 'หวยุ'],
    ['when a vowel before it takes its first letter', 'เหวย'],
    ['when its tone mark is another one, in a short word', 'กู่'],
    ['when its letters are all Latin', 'inu nn'],
    ['as part of a Latin word', 'jilixx'],
    ['across lines', 'ก\nา\nร\nเ\nมื\nอ\nง'],
    ['as a weak one cut up', 'พร รค'],
    ['as an abbreviation without dots', 'สวสรรหา'],
  ])('%s: %s', (_why, text) => {
    expect(found(text)).toEqual([]);
  });

  it('keeps a term beside an exception', () => {
    expect(found('รสชาติดี แต่ชาติไทย')).toEqual(['ชาติ']);
  });
});

describe('spans', () => {
  it('are those of the text as it was sent', () => {
    const text = '😀 เรื่องก า ร\u200b เ มื อ ง นะ';
    const [match] = matcher.find(text).terms;
    expect(text.slice(match!.start, match!.end)).toBe('ก า ร\u200b เ มื อ ง');
    expect(match!.disguised).toBe(true);
  });

  it('lie within the text and read as the term, whatever stands around it', () => {
    const noise = fc.string({
      unit: fc.constantFrom('ก', 'เ', ' ', '่', 'า', '.', '😀', 'x', '9', '\n'),
      maxLength: 12,
    });
    fc.assert(
      fc.property(
        noise,
        noise,
        fc.constantFrom('การเมือง', 'ก า ร เ มื อ ง', 'กๅรเมือง'),
        (before, after, core) => {
          const text = `${before} ${core} ${after}`;
          const own = matcher.find(text).terms.filter(({ term }) => term.text === 'การเมือง');
          expect(own).toHaveLength(1);
          const slice = text.slice(own[0]!.start, own[0]!.end);
          expect(slice.startsWith('ก')).toBe(true);
          expect(slice.endsWith('ง')).toBe(true);
        },
      ),
    );
  });
});

describe('letters', () => {
  it('fold to a letter that folds to itself, of the same class', () => {
    for (let unit = 0; unit < 0x10000; unit++) {
      const letter = canonical[unit]!;
      if (letter === 0) continue;
      expect([unit, canonical[letter]]).toEqual([unit, letter]);
      expect([unit, looseClasses.of[letter]]).toEqual([unit, looseClasses.of[unit]]);
    }
  });

  it('may stand only for letters of their class, and a Thai one for no other', () => {
    const all = [...'กขคงจชซดตถทธนบปผพฟภมยรลวสหฬอฮะาิีุูเแโใไabcdefghijklmnopqrstuvwxyz0123456789'];
    for (const unit of all)
      for (const letter of all) {
        const reads = readsAs(unit.charCodeAt(0), letter.charCodeAt(0));
        if (reads)
          expect([unit, letter, looseClasses.of[unit.charCodeAt(0)]]).toEqual([
            unit,
            letter,
            looseClasses.of[letter.charCodeAt(0)],
          ]);
        if (reads && unit >= 'ก') expect(unit).toBe(letter);
      }
  });
});

describe('hostile texts', () => {
  const most = 10_000;
  const fill = (unit: string) => unit.repeat(Math.ceil(most / unit.length)).slice(0, most);

  it.each(['ก', 'การเมือง', 'ก า ร เ ', 'ก\u200b', '่', '0', '1,', '08 ', 'กn', 'เเ', 'ง\u0e48\u0e49', '฿  '])(
    'of 10,000 units of %j take no longer than 200 ms each',
    (unit) => {
      const body = fill(unit);
      const since = performance.now();
      matcher.find(body);
      expect(performance.now() - since).toBeLessThan(200);
    },
  );
});
