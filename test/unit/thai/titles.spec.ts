import { readTitles } from '../../../src/thai/title-reading.js';
import {
  LATIN_TITLES,
  TITLE_ABBREVIATIONS,
  TITLE_WORDS,
  titleWordsAt,
  type TitleKind,
} from '../../../src/thai/titles.js';

describe('the tables of titles', () => {
  it.each<[string, TitleKind]>([
    ['นางสาว', 'civil'],
    ['ว่าที่', 'acting'],
    ['พันตรี', 'army'],
    ['พันตำรวจตรี', 'police'],
    ['นาวาเอก', 'navy'],
    ['นาวาอากาศเอก', 'airforce'],
    ['ผู้ช่วยศาสตราจารย์', 'academic'],
    ['ทันตแพทย์หญิง', 'medical'],
    ['หม่อมราชวงศ์', 'royal_or_honour'],
    ['พระครู', 'religious'],
    ['กำนัน', 'position'],
    ['มิสเตอร์', 'foreign'],
    ['ป้า', 'nickname'],
  ])('know %s as %s', (word, kind) => expect(TITLE_WORDS.get(word)).toBe(kind));

  it.each<[string, TitleKind]>([
    ['นส', 'civil'],
    ['สอ', 'army'],
    ['พตต', 'police'],
    ['พจอ', 'navy'],
    ['พออ', 'airforce'],
    ['ผศ', 'academic'],
    ['สพญ', 'medical'],
    ['มล', 'royal_or_honour'],
  ])('know the abbreviation %s as %s', (letters, kind) =>
    expect(TITLE_ABBREVIATIONS.get(letters)).toBe(kind),
  );

  it('hold no organisation and no bare abbreviation with dots', () => {
    const words = [...TITLE_WORDS.keys()];
    for (const organisation of ['บริษัท', 'ร้าน', 'กลุ่ม', 'สหกรณ์', 'วัด'])
      expect(words).not.toContain(organisation);
    expect([...TITLE_ABBREVIATIONS.keys()].filter((letters) => !/^[ก-ฮ]+$/.test(letters))).toEqual([]);
    expect(words.filter((word) => !/^[ก-์ฯ]{2,}$/.test(word))).toEqual([]);
    expect([...LATIN_TITLES].filter((word) => !/^[a-z]+$/.test(word))).toEqual([]);
  });

  it('offer the longest word first', () => {
    expect(titleWordsAt('นายแพทย์ธารใส', 0)).toEqual(['นายแพทย์', 'นาย']);
    expect(titleWordsAt('ธารใส', 0)).toEqual([]);
  });
});

describe('every title', () => {
  const sure = [...TITLE_WORDS]
    .filter(([word, kind]) => !['nickname', 'occupation'].includes(kind) && word.length > 4)
    .map(([word]) => word);

  it.each(sure.filter((word) => !/^(?:ฮัจยี|ฮัจญี|หัจยี|ภราดา|พ่อหลวง|แม่หลวง)$/.test(word)))(
    '%s is taken off a name glued to it',
    (word) => {
      expect(readTitles(`${word}ก้องภพ ธารทอง`)).toEqual([{ title: word, rest: 'ก้องภพ ธารทอง' }]);
    },
  );

  it.each(['วิศวกร', 'ปลัด', 'นักบัญชี'])('%s is taken off only where it stands apart', (word) => {
    expect(readTitles(`${word} ก้องภพ ธารทอง`)).toEqual([{ title: word, rest: 'ก้องภพ ธารทอง' }]);
    expect(readTitles(`${word}ก้องภพ ธารทอง`)).toHaveLength(2);
  });

  it.each([...TITLE_ABBREVIATIONS.keys()])('%s with dots is taken off', (letters) => {
    const dotted = [...letters].map((letter) => `${letter}.`).join('');
    for (const title of [dotted, `${letters}.`]) {
      expect(readTitles(`${title}ก้องภพ ธารทอง`)).toEqual([{ title, rest: 'ก้องภพ ธารทอง' }]);
      expect(readTitles(`${title} ก้องภพ ธารทอง`)).toEqual([{ title, rest: 'ก้องภพ ธารทอง' }]);
    }
  });
});

describe('readTitles', () => {
  it.each([
    ['ว่าที่ ร.ต. ดร.ธารใส วังหิน', 'ว่าที่ ร.ต. ดร.', 'ธารใส วังหิน'],
    ['พันตำรวจตรีนายแพทย์ธารใส วังหิน', 'พันตำรวจตรีนายแพทย์', 'ธารใส วังหิน'],
    ['ผศ. (พิเศษ) ดร. ธารใส', 'ผศ. (พิเศษ) ดร.', 'ธารใส'],
    ['อสม.ใบบัว', 'อสม.', 'ใบบัว'],
    ['ยนต.ใบบัว วังหิน', 'ยนต.', 'ใบบัว วังหิน'],
    ['คุณากร วังหิน', '', 'คุณากร วังหิน'],
  ])('reads %s', (text, title, rest) => expect(readTitles(text)[0]).toEqual({ title, rest }));

  it('keeps both readings where only a person can tell', () => {
    expect(readTitles('คุณชัย วังหิน').map(({ title }) => title)).toEqual(['', 'คุณ']);
    expect(readTitles('นางสาวรส วังหิน').map(({ title }) => title)).toEqual(['นาง', 'นางสาว']);
    expect(readTitles('ร.ต.อสมชาย วังหิน').map(({ title }) => title)).toEqual(['ร.ต.อ', 'ร.ต.']);
  });
});
