/** Examples that run as they are on the sample market. ตัวอย่าง: A1650ออมทรัพย์สอ.อยู่ดีกินดี */
export const usernameExamples = {
  generate: {
    letter: {
      summary: 'ตัวอย่างจากหนังสือของ ชสอ. · the example of the federation’s letter',
      value: { fullName: 'นายออมทรัพย์ ใจดี', cooperativeRegistrationNumber: '101650' },
    },
    parts: {
      summary: 'ชื่อแยกช่อง · name in parts',
      value: { firstName: 'สอาด', lastName: 'รักออม', cooperativeRegistrationNumber: '101650' },
    },
  },
  validate: {
    right: { summary: 'ถูกต้อง · right', value: { username: 'A1650ออมทรัพย์สอ.อยู่ดีกินดี' } },
    faults: {
      summary: 'ผิดหลายแห่ง · several faults',
      value: { username: 'a1650 นายออมทรัพย์ สอ อยู่ดีกินดี' },
    },
    keyboard: {
      summary: 'พิมพ์ด้วยแป้นไทย · typed in the Thai layout',
      value: { username: 'ฤๅุถจออมทรัพย์สอใอยู่ดีกินดี' },
    },
  },
  batch: {
    two: {
      summary: 'หลายชื่อ · several usernames',
      value: { usernames: ['A1650ออมทรัพย์สอ.อยู่ดีกินดี', 'A1651ออมทรัพย์สอ.อยู่ดีกินดี'] },
    },
  },
};
