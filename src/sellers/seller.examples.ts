/** Examples that run as they are on the sample market; invented people only. ตัวอย่าง: นายออมทรัพย์ ใจดี */
export const sellerExamples = {
  register: {
    letter: {
      summary: 'ตัวอย่างจากหนังสือของ ชสอ. · the example of the federation’s letter',
      value: {
        fullName: 'นายออมทรัพย์ ใจดี',
        cooperativeRegistrationNumber: '101650',
        phone: '0812345678',
        offerings: [{ category: 'food', description: 'น้ำพริกเผา กระปุกละ 60 บาท' }],
        consent: true,
      },
    },
    parts: {
      summary: 'ชื่อแยกช่อง · name in parts',
      value: {
        title: 'นางสาว',
        firstName: 'บุญมี',
        lastName: 'รักออม',
        cooperativeRegistrationNumber: '101650',
        lineId: 'boonmee.shop',
        offerings: [{ category: 'crafts', description: 'ตะกร้าสานมือ' }],
        consent: true,
        publicListingConsent: true,
      },
    },
  },
  patch: {
    phone: { summary: 'เปลี่ยนเบอร์โทรศัพท์ · another telephone number', value: { phone: '0898765432' } },
    clear: { summary: 'ลบไอดีไลน์ · clear the LINE id', value: { lineId: null } },
  },
  reason: {
    checked: { summary: 'เหตุผล · a reason', value: { reason: 'ตรวจสอบกับสหกรณ์แล้ว' } },
  },
};
