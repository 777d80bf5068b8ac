import type { RuleCode } from '../../screening/rule-codes.js';

const broken = (ruleCode: RuleCode, rule: string, reason: string) => ({
  summary: `ฝ่าฝืน: ${rule} · ${ruleCode}`,
  value: { outcome: 'violation', ruleCode, reason },
});

/** One for each other rule, so that nobody has to type a code. */
const otherRules = {
  daily_greeting: broken('daily_greeting', 'ทักทายรายวัน', 'ส่งสติกเกอร์หรือคำทักทายโดยไม่มีเรื่องสินค้า'),
  personal_belief: broken('personal_belief', 'ความเชื่อส่วนบุคคล', 'โพสต์เรื่องดวงชะตาและชวนให้ส่งต่อ'),
  nation: broken('nation', 'ชาติ', 'โพสต์เรื่องชาติชวนให้ถกเถียง'),
  religion: broken('religion', 'ศาสนา', 'โพสต์ความเห็นทางศาสนา'),
  monarchy: broken('monarchy', 'พระมหากษัตริย์', 'โพสต์เรื่องที่กติกาขอให้งด'),
  politics: broken('politics', 'การเมือง', 'โพสต์ชวนเลือกพรรคการเมือง'),
  username_format: broken('username_format', 'ชื่อผู้ใช้งาน', 'ชื่อในกลุ่มไม่ตรงตามที่กำหนด'),
};

/** Examples of findings; invented. ตัวอย่าง: โพสต์คลิปข่าวดารา ไม่เกี่ยวกับการขาย */
export const decisionExamples = {
  violation: broken('off_topic', 'ไม่เกี่ยวกับการขาย', 'โพสต์คลิปข่าวดารา ไม่เกี่ยวกับการขาย'),
  otherRules,
  notice: {
    summary: 'แจ้งกติกาโดยไม่มีคะแนน · a reminder without points',
    value: {
      ...{ outcome: 'notice', ruleCode: 'daily_greeting' },
      reason: 'ส่งคำทักทายพร้อมรายการสินค้า จึงขอแจ้งกติกาให้ทราบ',
    },
  },
  dismissed: {
    summary: 'ไม่พบว่าฝ่าฝืน · nothing wrong',
    value: { outcome: 'dismissed', reason: 'เป็นประกาศขายสินค้าตามปกติ' },
  },
  removal: {
    summary: 'เชิญออกจากกลุ่ม · a removal',
    value: {
      ...{ ruleCode: 'politics', reason: 'โพสต์เรื่องการเมืองในกลุ่มซ้ำหลายครั้งและไม่หยุดเมื่อได้รับแจ้ง' },
    },
  },
};
