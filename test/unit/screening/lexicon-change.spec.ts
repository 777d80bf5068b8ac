import { changeLexicon, type LexiconChange } from '../../../src/screening/lexicon-change.js';
import type { Lexicon } from '../../../src/screening/lexicon.js';
import { spamFilterPhrases } from '../../../src/screening/spam-filter.js';
import { shippedLexicon } from '../../../src/screening/lexicon/shipped.js';

const term = (text: string, strength: 'strong' | 'weak' = 'strong') => ({
  ...{ text, strength },
  ruleCode: 'politics' as const,
});
const before: Lexicon = {
  terms: [term('ยุบสภา'), term('พรรค', 'weak')],
  exceptions: ['พรรคพวก'],
  sellingSignals: [{ text: 'พร้อมส่ง', strength: 'strong' }],
};
const change = (wanted: LexiconChange) => changeLexicon(before, wanted, ['รสชาติ', 'ธรรมชาติ']);
const problems = (wanted: LexiconChange) =>
  change(wanted).problems.map(({ pointer, code }) => `${code} ${pointer}`);

describe('a change of the lexicon', () => {
  it('adds and removes, and leaves the lexicon before as it was', () => {
    const copy = structuredClone(before);
    const changed = change({ add: { terms: [term('รัฐประหาร')] }, remove: { exceptions: ['พรรคพวก'] } });
    expect(changed).toMatchObject({ added: 1, removed: 1, problems: [] });
    expect(changed.lexicon.terms.map(({ text }) => text)).toEqual(['ยุบสภา', 'พรรค', 'รัฐประหาร']);
    expect(changed.lexicon.exceptions).toEqual([]);
    expect(before).toEqual(copy);
  });

  it('changes the strength of a term that is removed and added at once', () => {
    const changed = change({ add: { terms: [term('พรรค')] }, remove: { terms: ['พรรค'] } });
    expect(changed.problems).toEqual([]);
    expect(changed.lexicon.terms.at(-1)).toEqual(term('พรรค'));
  });

  it.each<[string, LexiconChange, string[]]>([
    ['nothing', {}, ['CHANGE_EMPTY ']],
    ['a blank', { add: { terms: [term(' ')] } }, ['ENTRY_BLANK /add/terms/0/text']],
    ['one letter', { add: { terms: [term('กกก')] } }, ['ENTRY_TOO_SHORT /add/terms/0/text']],
    ['61 letters', { add: { exceptions: ['กข'.repeat(31)] } }, ['ENTRY_TOO_LONG /add/exceptions/0']],
    ['one that is there', { add: { terms: [term('ยุบสภา')] } }, ['ENTRY_KNOWN /add/terms/0/text']],
    ['one twice', { add: { exceptions: ['งานวัด', 'งานวัด'] } }, ['ENTRY_KNOWN /add/exceptions/1']],
    [
      'one that is not there',
      { remove: { sellingSignals: ['ราคา'] } },
      ['ENTRY_UNKNOWN /remove/sellingSignals/0'],
    ],
    [
      'a term within an everyday word',
      { add: { terms: [term('ชาติ')] } },
      ['TERM_IN_EVERYDAY_WORD /add/terms/0/text'],
    ],
    [
      'a term within a selling word',
      { add: { terms: [term('ส่ง')] } },
      ['TERM_IN_EVERYDAY_WORD /add/terms/0/text'],
    ],
  ])('refuses %s', (_what, wanted, expected) => {
    expect(problems(wanted)).toEqual(expected);
  });

  it('takes a term within everyday words that become exceptions', () => {
    expect(problems({ add: { terms: [term('ชาติ')], exceptions: ['รสชาติ', 'ธรรมชาติ'] } })).toEqual([]);
  });

  it('names all faults at once', () => {
    expect(problems({ add: { terms: [term(''), term('ก')] }, remove: { terms: ['ไม่มี'] } })).toHaveLength(3);
  });
});

describe('phrases for the spam filter', () => {
  const phrases = (lexicon: Partial<Lexicon>) =>
    spamFilterPhrases({ terms: [], exceptions: [], sellingSignals: [], ...lexicon });

  it.each<[string, Partial<Lexicon>, string[]]>([
    ['takes strong terms', { terms: [term('ยุบสภา')] }, ['ยุบสภา']],
    ['leaves out weak ones', { terms: [term('รัฐบาล', 'weak')] }, []],
    ['leaves out short ones', { terms: [term('กกต')] }, []],
    ['leaves out those too long for LINE', { terms: [term('ยุบสภา'.repeat(4))] }, []],
    ['leaves out those in an exception', { terms: [term('เลือกตั้ง')], exceptions: ['เลือกตั้งแต่'] }, []],
    [
      'leaves out those in a selling word',
      { terms: [term('พร้อมส่ง')], sellingSignals: [{ text: 'พร้อมส่งฟรี', strength: 'weak' }] },
      [],
    ],
    ['needs no phrase that another finds', { terms: [term('แก้รัฐธรรมนูญ'), term('รัฐธรรมนูญ')] }, ['รัฐธรรมนูญ']],
    [
      'leaves out greetings',
      { terms: [{ text: 'อรุณสวัสดิ์', ruleCode: 'daily_greeting', strength: 'strong' }] },
      [],
    ],
  ])('%s', (_what, lexicon, expected) => {
    expect(phrases(lexicon)).toEqual(expected);
  });

  it('gives no more than LINE takes, the gravest rule first', () => {
    const many = Array.from({ length: 300 }, (_, i) => `ยุบสภา${String.fromCharCode(0xe01 + (i % 40))}${i}`);
    const found = phrases({
      terms: [...many.map((text) => term(text)), { ...term('ขอหมิ่นเจ้า'), ruleCode: 'monarchy' }],
    });
    expect(found[0]).toBe('ขอหมิ่นเจ้า');
    expect(found).toHaveLength(51);
    expect(spamFilterPhrases(shippedLexicon).length).toBeLessThanOrEqual(200);
  });
});
