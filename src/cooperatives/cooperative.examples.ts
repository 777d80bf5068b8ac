/** Examples that run as they are on the sample market. ตัวอย่าง: สหกรณ์ออมทรัพย์ที่สมมติขึ้นเท่านั้น */
export const cooperativeExamples = {
  create: {
    complete: {
      summary: 'ระบุครบ · everything given',
      value: {
        registrationNumber: '190045',
        fullName: 'สหกรณ์ออมทรัพย์พนักงานร่มเย็นบุรีรัมย์ จำกัด',
        shortName: 'ร่มเย็นบุรีรัมย์',
        regionCode: 'NE',
        province: 'บุรีรัมย์',
        aliases: ['พนักงานร่มเย็น'],
      },
    },
    short: {
      summary: 'ให้ระบบเสนอชื่อย่อ · short name proposed',
      value: {
        registrationNumber: '190046',
        fullName: 'สหกรณ์ออมทรัพย์ชาวสวนสุขใจ จำกัด',
        regionCode: 'B',
        province: 'กรุงเทพมหานคร',
      },
    },
  },
  patch: {
    aliases: { summary: 'ชื่อเรียกอื่น · further names', value: { aliases: ['อยู่ดี', 'อยู่ดีกินดี กทม.'] } },
    closed: { summary: 'ปิดรับผู้ขายใหม่ · no new sellers', value: { status: 'inactive' } },
  },
};

export const numberTaken = {
  status: 409,
  code: 'REGISTRATION_NUMBER_TAKEN',
  when: {
    th: 'เลขทะเบียนนี้มีสหกรณ์ใช้อยู่แล้ว ดู cooperativeId',
    en: 'Another cooperative has the number; cooperativeId names it.',
  },
};
