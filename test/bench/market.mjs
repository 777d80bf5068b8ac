/** An invented market for the benches: 160 cooperatives over all eight areas, and as many sellers as wanted. */

const regions = ['N', 'S', 'E', 'W', 'A', 'B', 'NE', 'C'];
const places = ['ริมธาร', 'ทุ่งทอง', 'เขาเขียว', 'บึงแก้ว', 'ดอนงาม', 'ป่าสัก', 'ปากน้ำ', 'หนองบัว', 'ท่าเรือ', 'บ้านสวน'];
const trades = ['ครู', 'ตำรวจ'];
export const first = [
  'กานต์',
  'จันทร์',
  'ชล',
  'ดารา',
  'ธน',
  'นภา',
  'บุญ',
  'ประ',
  'พร',
  'ภัทร',
  'มาลี',
  'รัตน',
  'วร',
  'ศิริ',
  'สม',
  'อร',
];
export const middle = [
  'กมล',
  'จิต',
  'ชัย',
  'ดี',
  'ธิดา',
  'นันท์',
  'พงษ์',
  'มณี',
  'ยศ',
  'รส',
  'ลักษณ์',
  'วดี',
  'ศรี',
  'สุข',
  'อนันต์',
  'ฤทัย',
];
export const last = [
  'กุล',
  'แก้ว',
  'เงิน',
  'ใจ',
  'ชาติ',
  'ทอง',
  'ธรรม',
  'บัว',
  'เพชร',
  'มงคล',
  'ยิ้ม',
  'รุ่ง',
  'วงศ์',
  'แสง',
  'หอม',
  'งาม',
];
export const surnames = [
  'ใจดี',
  'รักสงบ',
  'ทองคำ',
  'สุขสันต์',
  'ศรีสว่าง',
  'มีมาก',
  'บุญมา',
  'แก้วใส',
  'พูนผล',
  'ตั้งมั่น',
  'ชื่นบาน',
];
export const goods = [
  'ข้าวหอมมะลิถุง 5 กก.',
  'ผ้าทอมือ',
  'ทุเรียนทอด',
  'กาแฟคั่ว',
  'น้ำพริกเผา',
  'รับซ่อมเครื่องปรับอากาศ',
  'น้ำผึ้งป่า',
];

/** Ids only serve the floors; the service gives its own. */
export const cooperatives = regions.flatMap((regionCode, region) =>
  places.flatMap((place, i) =>
    trades.map((trade, j) => {
      const number = region * 20 + i * 2 + j;
      const shortName = `${trade}${place}${regionCode === 'NE' ? 'อีสาน' : ''}${region}`;
      return {
        id: `01BENCHC00PERATIVE${String(number).padStart(8, '0')}`,
        registrationNumber: String(101_000 + number),
        fullName: `สหกรณ์ออมทรัพย์${shortName} จำกัด`,
        shortName,
        regionCode,
      };
    }),
  ),
);

/** The n-th registration; no two have the same first name in the same cooperative below n = 650,000. */
export function registration(n) {
  const cooperative = cooperatives[n % cooperatives.length];
  const name = Math.floor(n / cooperatives.length);
  const firstName = first[name % 16] + middle[(name >> 4) % 16] + last[(name >> 8) % 16];
  return {
    firstName,
    lastName: surnames[n % surnames.length],
    cooperativeRegistrationNumber: cooperative.registrationNumber,
    phone: `08${String(10_000_000 + n)}`,
    offerings: [{ category: 'food', description: goods[n % goods.length] }],
    consent: true,
  };
}
