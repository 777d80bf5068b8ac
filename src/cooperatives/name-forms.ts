/**
 * Beside its registered names a cooperative is called by short forms everybody knows: ครูมหาสารคาม is ครูสารคาม, and
 * โรงพยาบาลแพร่ is รพ.แพร่.
 */
import { PROVINCES } from './provinces.js';

/** Words that open a cooperative's core, and their usual abbreviations, both as they stand in a match key. */
const INSTITUTIONS: readonly (readonly [word: string, ...abbreviations: string[]])[] = [
  ['มหาวิทยาลัย', 'ม'],
  ['โรงพยาบาล', 'รพ'],
  ['สาธารณสุข', 'สธ', 'สสจ'],
  ['ตำรวจภูธร', 'ตรภ', 'ภ'],
  ['องค์การบริหารส่วน', 'อบจ'],
  ['ข้าราชการ', 'ขรก'],
  ['วิทยาลัยเทคนิค', 'วท'],
  ['การไฟฟ้าฝ่ายผลิตแห่งประเทศไทย', 'กฟผ'],
  ['การไฟฟ้าส่วนภูมิภาค', 'กฟภ'],
  ['การประปาส่วนภูมิภาค', 'กปภ'],
];

/** Further match keys under which a cooperative with this match key is looked up; never near misses. */
export function shortForms(matchKey: string): string[] {
  const withProvinces = [matchKey, ...provinceForms(matchKey)];
  const forms = withProvinces.flatMap((key) => [key, ...institutionForms(key)]);
  return forms.filter((form) => form !== matchKey);
}

function provinceForms(key: string): string[] {
  const province = PROVINCES.find(({ th, shortForms: short }) => short.length > 0 && key.endsWith(th));
  return province?.shortForms.map((short) => key.slice(0, -province.th.length) + short) ?? [];
}

function institutionForms(key: string): string[] {
  const found = INSTITUTIONS.find(([word]) => key.startsWith(word));
  return found === undefined ? [] : found.slice(1).map((short) => short + key.slice(found[0].length));
}
