/**
 * The rules as the federation's letter gives them, in words for everybody (กติกาข้อ 2–4 ของหนังสือ ชสอ.). They are the
 * first version of each rule; an admin may word them anew.
 */
import type { RuleCode } from '../../screening/rule-codes.js';
import type { RuleWording } from './rule.js';

const never = null;

export const ruleCatalogue: Readonly<Record<RuleCode, RuleWording>> = {
  daily_greeting: {
    ...{ severity: 'S1', firstTimeSeverity: 'S0' },
    title: { th: 'ไม่ส่งสติกเกอร์หรือคำทักทายรายวัน', en: 'No daily stickers or greetings' },
    text: {
      th: 'ขอความร่วมมืองดส่งสติกเกอร์ ภาพ หรือข้อความทักทายประจำวัน เพื่อให้ทุกคนเห็นสินค้าได้สะดวก ทักทายสั้น ๆ พร้อมเสนอขายสินค้าได้',
      en: 'Please send no greetings of the day as stickers, pictures or words, so that everybody sees the goods. A short greeting within an offer is fine.',
    },
    good: [
      {
        th: 'สวัสดีค่ะ วันนี้มีน้ำพริกเผา กระปุกละ 60 บาท พร้อมส่งค่ะ',
        en: 'Hello, chilli paste today, 60 baht a jar, ready to send.',
      },
    ],
    bad: [
      { th: 'สวัสดีวันจันทร์ ขอให้มีความสุขตลอดวันนะคะ', en: 'Happy Monday, have a lovely day.' },
      { th: 'สติกเกอร์ "อรุณสวัสดิ์" โดยไม่มีเรื่องสินค้า', en: 'A "good morning" sticker and nothing else.' },
    ],
  },
  off_topic: {
    ...{ severity: 'S1', firstTimeSeverity: never },
    title: { th: 'โพสต์เฉพาะเรื่องการขาย', en: 'Only posts about selling' },
    text: {
      th: 'กรุณาโพสต์เฉพาะเรื่องการจำหน่ายสินค้าและบริการ หรือเรื่องที่เป็นประโยชน์ต่อการจำหน่ายเท่านั้น',
      en: 'Please post only about goods and services for sale, or what helps selling them.',
    },
    good: [
      { th: 'ข้าวหอมมะลิ ถุง 5 กก. 180 บาท สนใจทักได้ครับ', en: 'Jasmine rice, 5 kg for 180 baht, message me.' },
      {
        th: 'แนะนำวิธีแพ็กของแตกง่ายก่อนส่งให้ลูกค้า',
        en: 'How to pack fragile goods before sending them.',
      },
    ],
    bad: [{ th: 'ส่งต่อคลิปตลกและข่าวดารา', en: 'A funny clip or news of celebrities passed on.' }],
  },
  personal_belief: {
    ...{ severity: 'S2', firstTimeSeverity: never },
    title: { th: 'ไม่โพสต์ความเชื่อส่วนบุคคล', en: 'No personal beliefs' },
    text: {
      th: 'ขอความร่วมมืองดโพสต์ความเชื่อส่วนบุคคล เช่น ดวงชะตา เลขเด็ด โชคลาง หรือการชักชวนให้เชื่อตาม',
      en: 'Please post no personal beliefs, such as horoscopes, lucky numbers or omens, nor invite others to share them.',
    },
    good: [{ th: 'ปฏิทินตั้งโต๊ะปีใหม่ เล่มละ 80 บาท', en: 'Desk calendars for the new year, 80 baht each.' }],
    bad: [
      {
        th: 'วันนี้คนเกิดวันพุธดวงดี รีบส่งต่อให้ครบ 9 คนแล้วจะโชคดี',
        en: 'Born on a Wednesday? Pass this on to nine people for good luck.',
      },
    ],
  },
  nation: {
    ...{ severity: 'S3', firstTimeSeverity: never },
    title: { th: 'ไม่โพสต์เรื่องชาติ', en: 'Nothing about the nation' },
    text: {
      th: 'ขอความร่วมมืองดโพสต์เรื่องชาติ เชื้อชาติ หรือความขัดแย้งระหว่างประเทศ ไม่ว่าในแง่ใด คำที่มีเสียงพ้อง เช่น รสชาติ หรือธรรมชาติ ใช้ได้ตามปกติ',
      en: 'Please post nothing about the nation, ethnicity or conflicts between countries, in whatever sense. Words that only sound alike, such as taste and nature in Thai, are fine.',
    },
    good: [{ th: 'น้ำผึ้งธรรมชาติ รสชาติดี ขวดละ 150 บาท', en: 'Natural honey, tastes good, 150 baht a bottle.' }],
    bad: [
      {
        th: 'ข้อความชวนถกเถียงว่าใครรักชาติมากกว่ากัน',
        en: 'A text that starts a dispute about who loves the nation more.',
      },
    ],
  },
  religion: {
    ...{ severity: 'S3', firstTimeSeverity: never },
    title: { th: 'ไม่โพสต์เรื่องศาสนา', en: 'Nothing about religion' },
    text: {
      th: 'ขอความร่วมมืองดโพสต์คำสอน ความเห็น หรือการชักชวนทางศาสนาทุกศาสนา',
      en: 'Please post no teachings, opinions or invitations of any religion.',
    },
    good: [{ th: 'ชุดสังฆทานพร้อมจัดส่ง ชุดละ 299 บาท', en: 'Offering sets, ready to send, 299 baht each.' }],
    bad: [
      {
        th: 'ข้อความเปรียบเทียบว่าศาสนาใดดีกว่า หรือส่งต่อคำสอนประจำวัน',
        en: 'A text on which religion is better, or a teaching of the day.',
      },
    ],
  },
  monarchy: {
    ...{ severity: 'S3', firstTimeSeverity: never },
    title: { th: 'ไม่โพสต์เรื่องพระมหากษัตริย์', en: 'Nothing about the monarchy' },
    text: {
      th: 'ขอความร่วมมืองดโพสต์เรื่องพระมหากษัตริย์และพระราชวงศ์ ไม่ว่าในแง่ใด',
      en: 'Please post nothing about the King and the royal family, in whatever sense.',
    },
    good: [{ th: 'ผ้าไหมทอมือ ผืนละ 1,200 บาท', en: 'Hand-woven silk, 1,200 baht a piece.' }],
    bad: [
      {
        th: 'ข้อความหรือภาพที่กล่าวถึงพระราชวงศ์ แม้เป็นการถวายพระพร',
        en: 'A text or picture that speaks of the royal family, even with good wishes.',
      },
    ],
  },
  politics: {
    ...{ severity: 'S3', firstTimeSeverity: never },
    title: { th: 'ไม่โพสต์เรื่องการเมือง', en: 'Nothing about politics' },
    text: {
      th: 'ขอความร่วมมืองดโพสต์เรื่องการเมือง พรรคการเมือง การเลือกตั้ง หรือความเห็นต่อรัฐบาล',
      en: 'Please post nothing about politics, parties, elections or what you think of the government.',
    },
    good: [{ th: 'ส่งสินค้าได้ทุกจังหวัด ค่าส่ง 40 บาท', en: 'Sent to every province, postage 40 baht.' }],
    bad: [
      {
        th: 'ข้อความชวนเลือกพรรคหนึ่งพรรคใด แม้แนบท้ายโพสต์ขายสินค้า',
        en: 'A call to vote for a party, even at the end of an offer.',
      },
    ],
  },
  username_format: {
    ...{ severity: 'S0', firstTimeSeverity: never },
    title: { th: 'ใช้ชื่อผู้ใช้งานตามที่กำหนด', en: 'The username as prescribed' },
    text: {
      th: 'ผู้ขายต้องใช้ชื่อในกลุ่มตามที่ ชสอ. กำหนด คือ รหัสเขตพื้นที่ + เลขทะเบียนสหกรณ์ 4 หลักท้าย + ชื่อผู้ขาย + สอ. + ชื่อสหกรณ์ หากยังไม่ตรง ระบบจะขอให้เปลี่ยนชื่อ',
      en: "Sellers carry the name the federation prescribes: area, last four digits of the cooperative's number, seller's name, สอ. and the cooperative's name. Otherwise they are asked to rename.",
    },
    good: [{ th: 'A1650ออมทรัพย์สอ.อยู่ดีกินดี', en: 'A1650ออมทรัพย์สอ.อยู่ดีกินดี' }],
    bad: [
      { th: 'ร้านป้าออม ของอร่อย', en: 'ร้านป้าออม ของอร่อย (a shop name)' },
      { th: '1650 ออมทรัพย์ (ไม่มีเขตพื้นที่และชื่อสหกรณ์)', en: '1650 ออมทรัพย์ (no area, no cooperative)' },
    ],
  },
};

/** Whether a rule is of the gravest kind (S3), whose texts are masked and whose violations two people look at. */
export const isGrave = (code: RuleCode): boolean => ruleCatalogue[code].severity === 'S3';
