import { Screener } from '../../../src/screening/screener.js';
import type { TermRule } from '../../../src/screening/lexicon.js';

const terms = (ruleCode: TermRule, strong: string[], weak: string[]) => [
  ...strong.map((text) => ({ text, ruleCode, strength: 'strong' as const })),
  ...weak.map((text) => ({ text, ruleCode, strength: 'weak' as const })),
];
const screener = Screener.of(
  {
    terms: [
      ...terms('politics', ['การเมือง', 'ยุบสภา'], ['รัฐบาล', 'พรรค']),
      ...terms('daily_greeting', ['อรุณสวัสดิ์'], ['ขอให้มีความสุข']),
      ...terms('off_topic', ['เว็บพนัน'], ['ดูบอล']),
    ],
    exceptions: ['พรรคพวก'],
    sellingSignals: [
      { text: 'พร้อมส่ง', strength: 'strong' },
      { text: 'เก็บปลายทาง', strength: 'strong' },
      { text: 'สนใจ', strength: 'weak' },
      { text: 'ขอบคุณ', strength: 'weak' },
      { text: 'ทักแชท', strength: 'weak' },
    ],
  },
  7,
);
const told = (text: string, messageType?: 'sticker' | 'image' | 'link') => {
  const { verdict, suggestions } = screener.screen({ text, messageType });
  return [verdict, ...suggestions.map(({ ruleCode, score }) => `${ruleCode} ${score}`)].join(', ');
};

describe('the weight of words', () => {
  it.each([
    ['a strong term breaks its rule', 'มาคุยการเมืองกัน', 'violation, politics 0.6'],
    ['two strong terms weigh more', 'การเมืองตอนนี้ต้องยุบสภา', 'violation, politics 0.75'],
    ['the same term twice weighs no more', 'การเมือง เรื่องการเมือง', 'violation, politics 0.6'],
    ['a disguise weighs more', 'มาคุย ก า ร เ มื อ ง กัน', 'violation, politics 0.67'],
    ['a weak term is for review', 'รัฐบาลว่ายังไงบ้าง', 'review, politics 0.33'],
    ['two weak terms are still for review', 'รัฐบาลกับพรรคใหญ่', 'review, politics 0.5'],
    ['an exception is no term', 'พรรคพวกมากันครบหรือยัง', 'review, off_topic 0.33'],
    ['the graver rule goes first', 'ดูบอลแล้วคุยเรื่องรัฐบาล', 'review, politics 0.33, off_topic 0.33'],
    ['a greeting is one', 'อรุณสวัสดิ์ทุกคน', 'violation, daily_greeting 0.6'],
    ['a greeting over a sale is none', 'อรุณสวัสดิ์ ข้าวใหม่ 190 บาท พร้อมส่ง', 'allowed'],
    ['a greeting with a weak signal loses a part', 'อรุณสวัสดิ์ สนใจไหม', 'review, daily_greeting 0.33'],
    ['a weak term in a sale is excused', 'หนังสือรัฐบาลไทย 120 บาท', 'allowed'],
    ['a strong term in a sale is for review', 'หนังสือการเมือง 120 บาท พร้อมส่ง', 'review, politics 0.33'],
    ['two strong terms are not excused by a price', 'การเมือง 100 บาท ยุบสภาไปเลย', 'violation, politics 0.71'],
    ['a sale is allowed', 'ไข่เป็ด 120 บาท', 'allowed'],
    ['a strong signal is enough', 'พร้อมส่งค่ะ', 'allowed'],
    ['a short answer with a weak signal is allowed', 'ขอบคุณค่ะ', 'allowed'],
    ['a long one with one weak signal is for review', `ขอบคุณ${'นานา'.repeat(12)}`, 'review, off_topic 0.33'],
    ['three weak signals make a sale', `สนใจทักแชท ขอบคุณ${'นานา'.repeat(12)}`, 'allowed'],
    ['what sells nothing is for review', 'เมื่อวานฝนตกหนักมาก', 'review, off_topic 0.33'],
    ['a sign is no sentence', '555', 'allowed'],
    ['nothing is allowed', '', 'allowed'],
  ])('%s: %s', (_what, text, expected) => {
    expect(told(text)).toBe(expected);
  });

  it('suggests a greeting for every sticker', () => {
    expect(told('', 'sticker')).toBe('review, daily_greeting 0.5');
    expect(told('พร้อมส่ง 100 บาท', 'sticker')).toBe('review, daily_greeting 0.5');
  });

  it('does not ask what a picture sells, but minds its words', () => {
    expect(told('เมื่อวานฝนตกหนักมาก', 'image')).toBe('allowed');
    expect(told('มาคุยการเมืองกัน', 'image')).toBe('violation, politics 0.6');
  });

  it('tells which version of the lexicon it used', () => {
    expect(screener.screen({ text: '' }).lexiconVersion).toBe(7);
  });
});
