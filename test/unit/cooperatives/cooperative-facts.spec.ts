import { readFacts, type GivenFacts } from '../../../src/cooperatives/cooperative-facts.js';
import {
  altersUsernames,
  changedFacts,
  type CooperativeFacts,
} from '../../../src/cooperatives/cooperative.js';

const given: GivenFacts = {
  registrationNumber: '101650',
  fullName: 'สหกรณ์ออมทรัพย์อยู่ดีกินดี จำกัด',
  regionCode: 'A',
  province: 'กรุงเทพมหานคร',
};
const read = (part: Partial<GivenFacts> = {}) => readFacts({ ...given, ...part });
const codes = (part: Partial<GivenFacts>) => read(part).issues.map(({ code }) => code);

describe('readFacts', () => {
  it('fills what is not given by rule', () => {
    expect(read()).toEqual({
      facts: { ...given, shortName: 'อยู่ดีกินดี', kind: 'savings', status: 'active', aliases: [] },
      issues: [],
    });
  });

  it.each<[string, Partial<GivenFacts>, Partial<CooperativeFacts>]>([
    [
      'Thai digits and spaces in a number',
      { registrationNumber: ' ๐๐๐ ๐๔๕' },
      { registrationNumber: '000045' },
    ],
    [
      'a decomposed ำ and double spaces',
      { fullName: 'สหกรณ์ออมทรัพย์  สุขใจ  จํากัด ' },
      { fullName: 'สหกรณ์ออมทรัพย์ สุขใจ จำกัด' },
    ],
    ['spaces in a short name', { shortName: 'ม. อ.' }, { shortName: 'ม.อ.' }],
    [
      'จังหวัด before a province',
      { province: 'จังหวัดบุรีรัมย์', regionCode: undefined },
      { province: 'บุรีรัมย์', regionCode: 'NE' },
    ],
    ['an English province', { province: 'Buri Ram' }, { province: 'บุรีรัมย์' }],
    ['กทม.', { province: 'กทม.' }, { province: 'กรุงเทพมหานคร' }],
    ['no province', { province: '  ' }, { province: null }],
    ['a kind that is told to be none', { kind: null }, { kind: null }],
    [
      'aliases twice, empty, or equal to the names',
      { aliases: ['อยู่ดี', ' อยู่ ดี', '', 'อยู่ดีกินดี', given.fullName] },
      { aliases: ['อยู่ดี'] },
    ],
    [
      'another kind',
      { fullName: 'สหกรณ์เครดิตยูเนี่ยนบ้านสวน จำกัด' },
      { kind: 'credit_union', shortName: 'เครดิตยูเนี่ยนบ้านสวน' },
    ],
  ])('reads %s', (_, part, facts) => {
    expect(read(part).facts).toMatchObject(facts);
  });

  it.each<[string, Partial<GivenFacts>]>([
    ['REGISTRATION_NUMBER_INVALID', { registrationNumber: '10165O' }],
    ['REGISTRATION_NUMBER_INVALID', { registrationNumber: '1016500' }],
    ['NAME_MISSING', { fullName: '\u200b ' }],
    ['NAME_INVALID', { fullName: '---' }],
    ['NAME_INVALID', { shortName: 'ออม\u0000' }],
    ['NAME_TOO_LONG', { shortName: 'ก'.repeat(101) }],
    ['TWO_TONE_MARKS', { shortName: 'กิ่้น' }],
    ['MIXED_SCRIPTS', { shortName: 'Аอยู่ดี' }],
    ['TOO_MANY_ALIASES', { aliases: Array.from({ length: 51 }, (_, i) => `ชื่อ${i}`) }],
    ['BANGKOK_AREA_NEEDED', { regionCode: undefined }],
    ['REGION_NEEDED', { regionCode: undefined, province: 'นนทบุรี' }],
    ['REGION_NEEDED', { regionCode: undefined, province: null }],
    ['PROVINCE_UNKNOWN', { regionCode: undefined, province: 'เมืองทิพย์' }],
  ])('keeps nothing with %s for %p', (code, part) => {
    expect(read(part).facts).toBeUndefined();
    expect(codes(part)).toEqual([code]);
  });

  it.each<[string, Partial<GivenFacts>]>([
    ['SHORT_NAME_HAS_MARKER', { shortName: 'สอ.รฝ.' }],
    ['REGION_UNUSUAL', { regionCode: 'C' }],
    ['REGION_UNUSUAL', { regionCode: 'S', province: 'เชียงราย' }],
  ])('keeps the facts but warns with %s for %p', (code, part) => {
    expect(read(part).facts).toMatchObject(part.regionCode ? { regionCode: part.regionCode } : {});
    expect(codes(part)).toEqual([code]);
  });

  it('takes any area where the federation alone can tell', () => {
    expect(codes({ province: 'ตาก', regionCode: 'W' })).toEqual([]);
  });

  it('proposes a number that lost its zeros', () => {
    expect(read({ registrationNumber: '45' }).issues[0]!.suggestion).toBeUndefined();
    expect(read({ registrationNumber: '45001' }).issues[0]!.suggestion).toBe('045001');
  });
});

describe('a change of facts', () => {
  const facts = read().facts!;

  it.each<[Partial<CooperativeFacts>, boolean]>([
    [{ regionCode: 'B' }, true],
    [{ shortName: 'กินดีอยู่ดี' }, true],
    [{ registrationNumber: '101651' }, true],
    [{ registrationNumber: '201650' }, false],
    [{ fullName: 'สหกรณ์ออมทรัพย์อยู่ดี จำกัด', status: 'inactive', aliases: ['อยู่ดี'] }, false],
  ])('%p alters usernames: %s', (part, alters) => {
    expect(altersUsernames(facts, { ...facts, ...part })).toBe(alters);
    expect(changedFacts(facts, { ...facts, ...part }).sort()).toEqual(Object.keys(part).sort());
  });

  it('is none when everything is equal', () => {
    expect(changedFacts(facts, { ...facts, aliases: [...facts.aliases] })).toEqual([]);
  });
});
