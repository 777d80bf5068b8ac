/**
 * A province proposes an area, never decides it: บุรีรัมย์ proposes NE, but กรุงเทพมหานคร could be A or B and 16
 * others are drawn differently by different offices, so there the federation must be asked.
 */
import type { RegionCode } from './regions.js';

export interface Province {
  th: string;
  en: string;
  /** `undefined` where the province alone cannot propose one (Bangkok: A or B). */
  defaultRegion: RegionCode | undefined;
  /** True for the 17 provinces where only the federation can tell. */
  ambiguous: boolean;
  /** What people say instead in cooperatives' names: สอ.ครูสารคาม is in มหาสารคาม. */
  shortForms: readonly string[];
}

type Row = readonly [
  th: string,
  en: string,
  region: RegionCode | undefined,
  ambiguous?: '?',
  ...short: string[],
];

/** Default areas; `?` where two common groupings of provinces disagree, and round Bangkok. */
const ROWS: readonly Row[] = [
  ['กรุงเทพมหานคร', 'Bangkok', undefined, '?', 'กรุงเทพ', 'กทม'],
  ['สมุทรปราการ', 'Samut Prakan', 'C', '?'],
  ['นนทบุรี', 'Nonthaburi', 'C', '?'],
  ['ปทุมธานี', 'Pathum Thani', 'C', '?'],
  ['พระนครศรีอยุธยา', 'Phra Nakhon Si Ayutthaya', 'C', undefined, 'อยุธยา'],
  ['อ่างทอง', 'Ang Thong', 'C'],
  ['ลพบุรี', 'Lopburi', 'C'],
  ['สิงห์บุรี', 'Sing Buri', 'C'],
  ['ชัยนาท', 'Chai Nat', 'C'],
  ['สระบุรี', 'Saraburi', 'C'],
  ['ชลบุรี', 'Chon Buri', 'E'],
  ['ระยอง', 'Rayong', 'E'],
  ['จันทบุรี', 'Chanthaburi', 'E', undefined, 'จันท์'],
  ['ตราด', 'Trat', 'E'],
  ['ฉะเชิงเทรา', 'Chachoengsao', 'E', undefined, 'แปดริ้ว'],
  ['ปราจีนบุรี', 'Prachin Buri', 'E', undefined, 'ปราจีน'],
  ['นครนายก', 'Nakhon Nayok', 'E', '?'],
  ['สระแก้ว', 'Sa Kaeo', 'E'],
  ['นครราชสีมา', 'Nakhon Ratchasima', 'NE', undefined, 'โคราช'],
  ['บุรีรัมย์', 'Buri Ram', 'NE'],
  ['สุรินทร์', 'Surin', 'NE'],
  ['ศรีสะเกษ', 'Si Sa Ket', 'NE'],
  ['อุบลราชธานี', 'Ubon Ratchathani', 'NE', undefined, 'อุบล'],
  ['ยโสธร', 'Yasothon', 'NE'],
  ['ชัยภูมิ', 'Chaiyaphum', 'NE'],
  ['อำนาจเจริญ', 'Amnat Charoen', 'NE'],
  ['หนองบัวลำภู', 'Nong Bua Lam Phu', 'NE'],
  ['ขอนแก่น', 'Khon Kaen', 'NE'],
  ['อุดรธานี', 'Udon Thani', 'NE', undefined, 'อุดร'],
  ['เลย', 'Loei', 'NE'],
  ['หนองคาย', 'Nong Khai', 'NE'],
  ['มหาสารคาม', 'Maha Sarakham', 'NE', undefined, 'สารคาม'],
  ['ร้อยเอ็ด', 'Roi Et', 'NE'],
  ['กาฬสินธุ์', 'Kalasin', 'NE'],
  ['สกลนคร', 'Sakon Nakhon', 'NE'],
  ['นครพนม', 'Nakhon Phanom', 'NE'],
  ['มุกดาหาร', 'Mukdahan', 'NE'],
  ['เชียงใหม่', 'Chiang Mai', 'N'],
  ['ลำพูน', 'Lamphun', 'N'],
  ['ลำปาง', 'Lampang', 'N'],
  ['อุตรดิตถ์', 'Uttaradit', 'N'],
  ['แพร่', 'Phrae', 'N'],
  ['น่าน', 'Nan', 'N'],
  ['พะเยา', 'Phayao', 'N'],
  ['เชียงราย', 'Chiang Rai', 'N'],
  ['แม่ฮ่องสอน', 'Mae Hong Son', 'N'],
  ['นครสวรรค์', 'Nakhon Sawan', 'N', '?'],
  ['อุทัยธานี', 'Uthai Thani', 'N', '?'],
  ['กำแพงเพชร', 'Kamphaeng Phet', 'N', '?'],
  ['ตาก', 'Tak', 'N', '?'],
  ['สุโขทัย', 'Sukhothai', 'N', '?'],
  ['พิษณุโลก', 'Phitsanulok', 'N', '?'],
  ['พิจิตร', 'Phichit', 'N', '?'],
  ['เพชรบูรณ์', 'Phetchabun', 'N', '?'],
  ['ราชบุรี', 'Ratchaburi', 'W'],
  ['กาญจนบุรี', 'Kanchanaburi', 'W', undefined, 'กาญจน์'],
  ['สุพรรณบุรี', 'Suphan Buri', 'W', '?', 'สุพรรณ'],
  ['นครปฐม', 'Nakhon Pathom', 'C', '?'],
  ['สมุทรสาคร', 'Samut Sakhon', 'C', '?', 'มหาชัย'],
  ['สมุทรสงคราม', 'Samut Songkhram', 'W', '?', 'แม่กลอง'],
  ['เพชรบุรี', 'Phetchaburi', 'W'],
  ['ประจวบคีรีขันธ์', 'Prachuap Khiri Khan', 'W', undefined, 'ประจวบ'],
  ['นครศรีธรรมราช', 'Nakhon Si Thammarat', 'S', undefined, 'นครศรี'],
  ['กระบี่', 'Krabi', 'S'],
  ['พังงา', 'Phangnga', 'S'],
  ['ภูเก็ต', 'Phuket', 'S'],
  ['สุราษฎร์ธานี', 'Surat Thani', 'S', undefined, 'สุราษฎร์'],
  ['ระนอง', 'Ranong', 'S'],
  ['ชุมพร', 'Chumphon', 'S'],
  ['สงขลา', 'Songkhla', 'S'],
  ['สตูล', 'Satun', 'S'],
  ['ตรัง', 'Trang', 'S'],
  ['พัทลุง', 'Phatthalung', 'S'],
  ['ปัตตานี', 'Pattani', 'S'],
  ['ยะลา', 'Yala', 'S'],
  ['นราธิวาส', 'Narathiwat', 'S', undefined, 'นรา'],
  ['บึงกาฬ', 'Bueng Kan', 'NE'],
];

export const PROVINCES: readonly Province[] = ROWS.map(
  ([th, en, defaultRegion, ambiguous, ...shortForms]) => ({
    th,
    en,
    defaultRegion,
    ambiguous: ambiguous === '?',
    shortForms,
  }),
);

const BY_NAME: ReadonlyMap<string, Province> = new Map(
  PROVINCES.flatMap((province) =>
    [province.th, ...province.shortForms].map((name): [string, Province] => [name, province]),
  ),
);

/** Reads `บุรีรัมย์`, `จังหวัดบุรีรัมย์`, `จ.บุรีรัมย์` and the short forms people use (`โคราช`). */
export function findProvince(name: string): Province | undefined {
  const bare = name
    .replace(/\s+/gu, '')
    .replace(/^(?:จังหวัด|จ\.)/u, '')
    .replace(/ฯ$/u, '');
  return BY_NAME.get(bare);
}
