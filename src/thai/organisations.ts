/**
 * Organisations stand where a person should: ร้านป้าแดง and กลุ่มแม่บ้านบ้านสวน are no sellers' names.
 */

/** Words an organisation's name begins with and a person's never does. */
const BEGINNINGS = [
  'บริษัท',
  'บมจ',
  'บจก',
  'บจ.',
  'หจก',
  'หสน',
  'ห้างหุ้นส่วน',
  'ห้างสรรพสินค้า',
  'ห้างทอง',
  'ห้างร้าน',
  'ร้าน',
  'กลุ่ม',
  'วิสาหกิจ',
  'สหกรณ์',
  'ชุมนุมสหกรณ์',
  'เครดิตยูเนี่ยน',
  'สมาคม',
  'สหพันธ์',
  'ชมรม',
  'มูลนิธิ',
  'โรงเรียน',
  'โรงพยาบาล',
  'โรงแรม',
  'โรงงาน',
  'โรงสี',
  'โรงเลื่อย',
  'โรงฟอกหนัง',
  'มหาวิทยาลัย',
  'วิทยาลัย',
  'สถาบัน',
  'สถานี',
  'สถานประกอบ',
  'สถานพยาบาล',
  'สำนักงาน',
  'สำนักพิมพ์',
  'กระทรวง',
  'ธนาคาร',
  'องค์การ',
  'องค์กร',
  'เทศบาล',
  'โครงการ',
  'ศูนย์',
  'หมู่บ้าน',
  'หอการค้า',
  'กองทุน',
  'กองบังคับการ',
  'กิจการร่วมค้า',
  'นิติบุคคล',
  'สายการบิน',
  'การไฟฟ้า',
  'การประปา',
  'การสื่อสาร',
  'การเคหะ',
  'การรถไฟ',
  'คณะเภสัช',
  'คณะแพทย',
  'คณะกรรมการ',
  'บรรษัท',
  'แม่บ้านเกษตรกร',
  'ฟาร์ม',
  'OTOP',
  'บ้านสวน',
  'บ้านไร่',
  'สวนลุง',
  'สวนป้า',
  'สวนผลไม้',
  'สวนผัก',
  'เจ้าของ',
  'ไร่',
  'อู่ซ่อม',
  'อู่รถ',
];
const INITIALS = new Set(BEGINNINGS.map((word) => word.charAt(0)));
/** The last letters of every ending, to pass over most names at once. */
const MAY_END = /[ดน)a-z.]$/i;
const ENDINGS = /(?:จำกัด|\(มหาชน\)|มหาชน|Co\.?,? ?Ltd\.?|Ltd\.?|Inc\.?|Company|Shop)$/iu;

/** First names of people, too, if a single surname follows: ธนาคาร พรมดี. */
const ALSO_NAMES = /^(?:ธนาคาร|องค์การ|โครงการ|ฟาร์ม) \S+$/u;

/** True if a normalised text names a company, shop, group or office and not a person. */
export function namesOrganisation(text: string): boolean {
  if (ALSO_NAMES.test(text)) return false;
  const begins = INITIALS.has(text.charAt(0)) && BEGINNINGS.some((word) => text.startsWith(word));
  return begins || (MAY_END.test(text) && ENDINGS.test(text));
}
