/** Examples of rules for the documents. ตัวอย่าง: แก้ข้อความกติกาเรื่องคำทักทาย */
import { ruleCatalogue } from './rule-catalogue.js';

export const ruleExamples = {
  greeting: {
    summary: 'คำทักทายรายวัน · daily greetings',
    value: {
      ...ruleCatalogue.daily_greeting,
      title: { th: 'ไม่ส่งคำทักทายรายวัน', en: 'No greetings of the day' },
    },
  },
};
