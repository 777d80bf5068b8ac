/**
 * Usernames of the sample directory, right ones and ones damaged in known ways, so that the truth is known. The same
 * seed gives the same usernames.
 */
import { composeUsername } from '../../dist/src/usernames/username.js';

const SEED = 20220519;
const NAMES = (
  'ออมทรัพย์ สมชาย สมหญิง กานดา มานี มานะ ปิติ ชูใจ วีระ สอ สอาด คำสอน บุญสอน ศรีสอางค์ น้ำใส ก้องภพ ณัฐพล อภิญญา ' +
  'ธนวัฒน์ แดง แสงเดือน เพ็ญศรี อำไพ คุณากร นพดล ดรุณี พลอย John Mary ออมทรัพย์ใจดี สมชายรักสงบ2 กานดาณร่มเย็น'
).split(' ');
const OTHER_SCRIPT = { A: 'А', B: 'В', C: 'С', E: 'Е', N: 'Ν', S: 'Ѕ', W: 'Ԝ' };
const KEYS = {
  A: 'ฤ',
  B: 'ฺ',
  C: 'ฉ',
  E: 'ฎ',
  N: '์',
  S: 'ฆ',
  W: '"',
  0: 'จ',
  1: 'ๅ',
  2: '/',
  3: '-',
  4: 'ภ',
  5: 'ถ',
  6: 'ุ',
  7: 'ึ',
  8: 'ค',
  9: 'ต',
};
const TITLES = ['นาย', 'นางสาว', 'น.ส.', 'ดร.', 'พ.ต.อ.', 'ส.อ.', 'ร.ต.'];

/** Each changes the parts `{ region, digits, name, marker, shortName, cooperative }`; the meaning stays. */
const DAMAGES = {
  'small region': (p) => ({ ...p, region: p.region.toLowerCase() }),
  'look-alike region': (p) => ({ ...p, region: mapped(p.region, OTHER_SCRIPT) }),
  'full-width region': (p) => ({ ...p, region: shifted(p.region, 0xfee0) }),
  'wrong region': (p, pick) => ({
    ...p,
    region: pick(['N', 'S', 'E', 'W', 'A', 'B', 'NE', 'C'].filter((r) => r !== p.region)),
  }),
  'no region': (p) => ({ ...p, region: '' }),
  'Thai digits': (p) => ({ ...p, digits: shifted(p.digits, 0x0e50 - 0x30) }),
  'wrong digit': (p, pick) => ({
    ...p,
    digits: p.digits.slice(0, 3) + ((Number(p.digits[3]) + pick([1, 3, 7])) % 10),
  }),
  'swapped digits': (p) => ({ ...p, digits: p.digits[0] + p.digits[2] + p.digits[1] + p.digits[3] }),
  'whole number': (p) => ({ ...p, digits: p.cooperative.registrationNumber }),
  'lost zeros': (p) => ({ ...p, digits: p.digits.replace(/^0+/, '') }),
  'no digits': (p) => ({ ...p, digits: '' }),
  'keys of area and number': (p) => ({
    ...p,
    region: mapped(p.region, KEYS),
    digits: mapped(p.digits, KEYS),
  }),
  title: (p, pick) => (/^[A-Z]/.test(p.name) ? p : { ...p, name: pick(TITLES) + p.name }),
  emoji: (p, pick) => ({ ...p, name: p.name + pick(['😀', '🌸', '✨']) }),
  'marker without stop': (p) => ({ ...p, marker: 'สอ' }),
  'marker with stops': (p) => ({ ...p, marker: 'ส.อ.' }),
  'kind in full': (p) => ({ ...p, marker: 'สหกรณ์ออมทรัพย์' }),
  'keys of the stop': (p) => ({ ...p, marker: 'สอใ' }),
  'no marker': (p) => ({ ...p, marker: '' }),
  'full name': (p, pick) => ({ ...p, marker: pick(['', ' ']), shortName: p.cooperative.fullName }),
  'full name, loosely': (p) => ({
    ...p,
    marker: '',
    shortName: p.cooperative.fullName.replace(' จำกัด', 'จํากัด').replace('จังหวัด', ''),
  }),
  alias: (p, pick) =>
    p.cooperative.aliases.length > 0 ? { ...p, shortName: pick(p.cooperative.aliases) } : p,
  'จำกัด behind': (p) => ({ ...p, shortName: `${p.shortName} จำกัด` }),
  'letter dropped': (p, pick) =>
    p.shortName.length < 8 ? p : { ...p, shortName: without(p.shortName, pick) },
  'letter doubled': (p, pick) =>
    p.shortName.length < 8 ? p : { ...p, shortName: doubled(p.shortName, pick) },
  'cut short': (p) => (p.shortName.length < 8 ? p : { ...p, shortName: p.shortName.slice(0, -3) }),
  'space before name': (p) => ({ ...p, name: ` ${p.name}` }),
  'space before marker': (p) => ({ ...p, marker: ` ${p.marker}` }),
  'space behind marker': (p) => ({ ...p, marker: `${p.marker} ` }),
  'no-break space': (p) => ({ ...p, name: `\u00a0${p.name}` }),
  'zero width': (p, pick) => ({ ...p, name: pick(['\u200b', '\ufeff', '\u2060']) + p.name }),
  'two sara e': (p) => ({ ...p, name: p.name.replace('แ', 'เเ') }),
  'sara am apart': (p) => ({ ...p, name: p.name.replace('ำ', 'ํา') }),
};
/** Which part a damage touches: two of one part are not combined, since nobody could tell what was meant. */
const PARTS = {
  region: [
    'small region',
    'look-alike region',
    'full-width region',
    'wrong region',
    'no region',
    'keys of area and number',
  ],
  digits: [
    'Thai digits',
    'wrong digit',
    'swapped digits',
    'whole number',
    'lost zeros',
    'no digits',
    'keys of area and number',
  ],
  marker: [
    'marker without stop',
    'marker with stops',
    'kind in full',
    'keys of the stop',
    'no marker',
    'full name',
    'full name, loosely',
  ],
  shortName: [
    'full name',
    'full name, loosely',
    'alias',
    'จำกัด behind',
    'letter dropped',
    'letter doubled',
    'cut short',
  ],
};
/** Not combined with each other either: each takes a clue away. */
const CLUES = [
  'wrong region',
  'no region',
  'wrong digit',
  'swapped digits',
  'no digits',
  'no marker',
  'lost zeros',
  'cut short',
  'letter dropped',
  'letter doubled',
  'alias',
];

/** Cases `{ typed, valid, canonical }`: each cooperative with right names, each damage alone, and pairs of them. */
export function generatedUsernames(directory) {
  const random = generator(SEED);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const cases = [];
  const kinds = Object.keys(DAMAGES);
  for (const cooperative of directory.cooperatives) {
    for (let i = 0; i < 10; i++) cases.push(caseOf(cooperative, pick(NAMES), [], pick));
    for (const kind of kinds) cases.push(caseOf(cooperative, pick(NAMES), [kind], pick));
    for (let i = 0; i < 20; i++) {
      const pair = [pick(kinds), pick(kinds)];
      const clash = [...Object.values(PARTS), CLUES].some((kinds) =>
        pair.every((kind) => kinds.includes(kind)),
      );
      if (!clash) cases.push(caseOf(cooperative, pick(NAMES), pair, pick));
    }
  }
  return cases;
}

function caseOf(cooperative, anyName, damages, pick) {
  // Without marker nobody can tell the name สอ from a marker.
  const name = anyName === 'สอ' && damages.includes('no marker') ? 'สอาด' : anyName;
  const canonical = composeUsername(cooperative, name);
  const whole = {
    region: cooperative.regionCode,
    digits: cooperative.registrationNumber.slice(-4),
    name,
    marker: 'สอ.',
    shortName: cooperative.shortName,
    cooperative,
  };
  const {
    region,
    digits,
    name: typedName,
    marker,
    shortName,
  } = damages.reduce((p, kind) => DAMAGES[kind](p, pick), whole);
  const typed = region + digits + typedName + marker + shortName;
  return { typed, canonical, valid: typed === canonical };
}

function mapped(text, letters) {
  return [...text].map((letter) => letters[letter] ?? letter).join('');
}

function shifted(text, by) {
  return [...text].map((letter) => String.fromCharCode(letter.charCodeAt(0) + by)).join('');
}

function without(text, pick) {
  const at = pick([...text].map((_, i) => i).slice(1));
  return text.slice(0, at) + text.slice(at + 1);
}

function doubled(text, pick) {
  const at = pick([...text].map((_, i) => i).slice(1));
  return text.slice(0, at) + text[at] + text.slice(at);
}

/** Mulberry32. */
function generator(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
