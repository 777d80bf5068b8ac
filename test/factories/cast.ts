/** Invented cooperatives and people whom the tests know by name. Nobody here exists. */

/** A cooperative as POST /v1/cooperatives takes it. */
export interface CooperativeInput {
  registrationNumber: string;
  fullName: string;
  shortName: string;
  regionCode: string;
  province?: string;
}

const cooperative = (
  registrationNumber: string,
  shortName: string,
  regionCode: string,
  province: string,
): CooperativeInput => ({
  registrationNumber,
  fullName: `สหกรณ์ออมทรัพย์${shortName} จำกัด`,
  shortName,
  regionCode,
  province,
});

/** One in each of the eight areas, and those that make trouble. */
export const cooperatives = {
  /** The one of the federation's letter. */
  yudeeKindee: cooperative('101650', 'อยู่ดีกินดี', 'A', 'กรุงเทพมหานคร'),
  khruRimthan: cooperative('100045', 'ครูริมธาร', 'N', 'เชียงใหม่'),
  tamruatThungthong: cooperative('102071', 'ตำรวจทุ่งทอง', 'S', 'สงขลา'),
  paknamRuangsang: cooperative('100312', 'ปากน้ำเรืองแสง', 'E', 'ระยอง'),
  khaokhiao: cooperative('100777', 'เขาเขียว', 'W', 'กาญจนบุรี'),
  suanluang: cooperative('103001', 'สวนหลวงพัฒนา', 'B', 'กรุงเทพมหานคร'),
  khruIsan: cooperative('102459', 'ครูดอนงามอีสาน', 'NE', 'ขอนแก่น'),
  bangkaew: cooperative('101918', 'บึงแก้ว', 'C', 'พระนครศรีอยุธยา'),
  /** Its last four digits are those of `yudeeKindee`. */
  sameDigits: cooperative('201650', 'พอเพียงพึ่งตน', 'A', 'กรุงเทพมหานคร'),
  /** `สอ` inside the short name. */
  soInside: cooperative('100508', 'สอนดีศรีแพร', 'N', 'แพร่'),
} as const;

/** A person as POST /v1/sellers takes one. */
export interface SellerInput {
  title?: string;
  firstName: string;
  lastName: string;
  cooperativeRegistrationNumber: string;
  phone?: string;
  offerings: { category: string; description: string }[];
  consent: boolean;
  [more: string]: unknown;
}

const seller = (
  title: string,
  [firstName, lastName]: [string, string],
  from: CooperativeInput,
  phone: string,
  [category, description]: [string, string],
): SellerInput => ({
  title,
  firstName,
  lastName,
  cooperativeRegistrationNumber: from.registrationNumber,
  phone,
  offerings: [{ category, description }],
  consent: true,
});

export const sellers = {
  /** The letter's example: A1650ออมทรัพย์สอ.อยู่ดีกินดี */
  omsap: seller('นาย', ['ออมทรัพย์', 'ใจดี'], cooperatives.yudeeKindee, '0810000001', [
    'food',
    'ข้าวหอมมะลิถุง 5 กก.',
  ]),
  maliwan: seller('นาง', ['มะลิวัลย์', 'ริมธาร'], cooperatives.khruRimthan, '0810000002', ['food', 'น้ำพริกหนุ่ม']),
  somchai: seller('นาย', ['สมชาย', 'รักทะเล'], cooperatives.tamruatThungthong, '0810000003', [
    'food',
    'กุ้งแห้ง',
  ]),
  dara: seller('นางสาว', ['ดารา', 'เรืองแสง'], cooperatives.paknamRuangsang, '0810000004', [
    'food',
    'ทุเรียนทอด',
  ]),
  /** The first name begins like the marker. */
  saad: seller('นาง', ['สอาด', 'งามตา'], cooperatives.khruIsan, '0810000005', ['food', 'ปลาส้ม']),
} satisfies Record<string, SellerInput>;

/** The n-th of as many different people as a test needs, all of one cooperative. */
export function anotherSeller(n: number, from: CooperativeInput = cooperatives.yudeeKindee): SellerInput {
  const firstNames = ['กานดา', 'จันทร์', 'ชูใจ', 'ดวงใจ', 'ธงชัย', 'นภา', 'ปรีชา', 'พิมพ์', 'มานะ', 'วีระ'];
  const lastNames = ['ใจงาม', 'ตั้งมั่น', 'ทองสุข', 'บุญมา', 'พูนผล', 'มีสุข', 'รุ่งเรือง', 'ศรีสว่าง', 'สุขใจ', 'แก้วใส'];
  const [firstName, lastName] = [firstNames[n % 10]!, lastNames[Math.floor(n / 10) % 10]!];
  const phone = `089${String(n).padStart(7, '0')}`;
  return seller('นาย', [firstName, lastName], from, phone, ['other', `ของดีประจำถิ่นลำดับที่ ${n}`]);
}
