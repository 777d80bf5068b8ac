/**
 * The questions of the registration form and the words people title them with: เบอร์โทรศัพท์, โทร. and มือถือ all
 * ask for the telephone number.
 */

export const FORM_FIELDS = [
  'submittedAt',
  'responseId',
  'fullName',
  'title',
  'firstName',
  'lastName',
  'cooperativeName',
  'registrationNumber',
  'region',
  'phone',
  'email',
  'lineId',
  'contact',
  'memberNumber',
  'offeringCategory',
  'offeringDescription',
  'consent',
  'publicListingConsent',
  'wishedUsername',
] as const;

export type FormField = (typeof FORM_FIELDS)[number];

/** What an edited answer may take away from a seller; a name and a member number may not. */
export type Clearable = 'phone' | 'email' | 'lineId' | 'offerings' | 'publicListingConsent';

export interface FieldWords {
  /** A header that says this and nothing else; written as `headerKey` leaves it. */
  exact: readonly string[];
  /** A header that holds one of these. Longer words tell more and win. */
  within: readonly string[];
  /** A header that holds one of these asks for something else. */
  never?: readonly string[];
}

const words = (list: string): string[] => list.trim().split(/\s+/);
const FOREIGN_NAMES = words('เล่น ร้าน สินค้า บัญชี บริษัท กลุ่ม ไลน์ line ผู้ใช้ อังกฤษ คู่สมรส');
const OFFICES = words('สำนักงาน โทรสหกรณ์ โทรศัพท์สหกรณ์ ของสหกรณ์ โทรสาร แฟกซ์ fax office');

/** Keys are lower case and hold no white space and no punctuation. */
export const fieldWords: Record<FormField, FieldWords> = {
  submittedAt: {
    exact: words(`
      ประทับเวลา timestamp วันที่ตอบ วันเวลา วันที่และเวลา submittedat submissiontime datetime
    `),
    within: words(`
      ประทับเวลา timestamp เวลาที่ส่งแบบฟอร์ม วันที่ส่งแบบฟอร์ม วันที่ลงทะเบียน วันที่กรอก
    `),
  },
  responseId: {
    exact: words(`responseid รหัสคำตอบ รหัสการตอบ เลขที่คำตอบ submissionid`),
    within: words(`responseid รหัสคำตอบ รหัสการตอบกลับ submissionid`),
  },
  fullName: {
    exact: words(`
      ชื่อนามสกุล ชื่อสกุล ชื่อและนามสกุล ชื่อ ชื่อเต็ม ชื่อผู้ขาย ชื่อผู้สมัคร ชื่อสมาชิก name
      fullname sellername
    `),
    within: words(`
      ชื่อนามสกุล ชื่อสกุล ชื่อและนามสกุล ชื่อและสกุล ชื่อตัวชื่อสกุล ชื่อจริงนามสกุล
      นามสกุลชื่อ ชื่อผู้ขาย ชื่อผู้สมัคร ชื่อสมาชิก ชื่อเต็ม fullname nameandsurname
      namesurname firstandlastname sellername
    `),
    never: FOREIGN_NAMES,
  },
  title: {
    exact: words(`คำนำหน้า คำนำหน้าชื่อ คำนำหน้านาม ยศ title prefix nametitle`),
    within: words(`คำนำหน้า ยศหรือ nameprefix nametitle`),
    never: words(`นามสกุล ไม่ต้องใส่คำนำหน้า พร้อมคำนำหน้า รวมคำนำหน้า ไม่มีคำนำหน้า ชื่อสกุล`),
  },
  firstName: {
    exact: words(`ชื่อจริง ชื่อตัว ชื่อต้น firstname givenname forename`),
    within: words(`ชื่อจริง ชื่อตัว firstname givenname`),
    never: [...FOREIGN_NAMES, ...words(`สกุล`)],
  },
  lastName: {
    exact: words(`นามสกุล สกุล ชื่อสกุลอย่างเดียว lastname surname familyname`),
    within: words(`นามสกุล lastname surname familyname`),
    never: [
      ...FOREIGN_NAMES,
      ...words(`
      ชื่อนามสกุล ชื่อและนามสกุล ชื่อจริงนามสกุล namesurname nameandsurname firstandlastname
      นามสกุลชื่อ
    `),
    ],
  },
  cooperativeName: {
    exact: words(`
      สหกรณ์ ชื่อสหกรณ์ สังกัดสหกรณ์ สหกรณ์ที่สังกัด สหกรณ์ต้นสังกัด สังกัด cooperative
      cooperativename coop coopname
    `),
    within: words(`
      ชื่อสหกรณ์ สังกัดสหกรณ์ สหกรณ์ที่ท่านเป็นสมาชิก สหกรณ์ที่เป็นสมาชิก สหกรณ์ที่สังกัด
      สหกรณ์ต้นสังกัด เป็นสมาชิกของสหกรณ์ เป็นสมาชิกสหกรณ์ใด สหกรณ์ออมทรัพย์ สหกรณ์
      cooperativename cooperative coopname
    `),
    never: words(`
      เลข รหัส number เบอร์ โทร ที่อยู่ จังหวัดของ อีเมล email เขตพื้นที่ ตำแหน่ง ประเภทสหกรณ์
      สินค้า
    `),
  },
  registrationNumber: {
    exact: words(`
      เลขทะเบียนสหกรณ์ เลขทะเบียนสหกรณ์สมาชิก รหัสสหกรณ์ เลขสหกรณ์ เลขทะเบียน registrationnumber
      registrationno cooperativeregistrationnumber cooperativenumber cooperativeid
      cooperativecode coopid coopno coopcode
    `),
    within: words(`
      เลขทะเบียนสหกรณ์ ทะเบียนสหกรณ์ รหัสสหกรณ์ หมายเลขสหกรณ์ เลขที่สหกรณ์ เลขสหกรณ์
      เลขประจำสหกรณ์ registrationnumber cooperativenumber cooperativecode coopnumber
    `),
  },
  region: {
    exact: words(`เขตพื้นที่ เขต ภาค พื้นที่ โซน region area zone regioncode`),
    within: words(`เขตพื้นที่ ภูมิภาค รหัสเขต regioncode`),
    never: words(`อำเภอ แขวง ที่อยู่ จัดส่ง`),
  },
  phone: {
    exact: words(`
      โทร เบอร์ เบอร์โทร โทรศัพท์ เบอร์โทรศัพท์ มือถือ เบอร์มือถือ หมายเลขโทรศัพท์ phone
      phonenumber tel telephone mobile mobilenumber phoneno telno
    `),
    within: words(`
      หมายเลขโทรศัพท์ เบอร์โทรศัพท์ เบอร์ติดต่อ เบอร์โทร เบอร์มือถือ โทรศัพท์ มือถือ phone
      mobile
    `),
    never: OFFICES,
  },
  email: {
    exact: words(`อีเมล อีเมล์ อีเมลล์ ที่อยู่อีเมล เมล email emailaddress mail gmail`),
    within: words(`ที่อยู่อีเมล อีเมล emailaddress email gmail`),
  },
  lineId: {
    exact: words(`line lineid ไลน์ ไลน์ไอดี ไอดีไลน์ idline`),
    within: words(`lineid idline ไลน์ไอดี ไอดีไลน์ ไอดีline ไลน์id ไลน์`),
    never: words(`openchat โอเพนแชท กลุ่มไลน์ online ชื่อไลน์ ชื่อในไลน์ ชื่อline`),
  },
  contact: {
    exact: words(`ช่องทางติดต่อ ช่องทางการติดต่อ ติดต่อ contact`),
    within: words(`ช่องทางติดต่อ ช่องทางการติดต่อ ช่องทางที่ติดต่อ contactchannel`),
  },
  memberNumber: {
    exact: words(`
      เลขสมาชิก เลขที่สมาชิก เลขทะเบียนสมาชิก เลขทะเบียน รหัสสมาชิก หมายเลขสมาชิก membernumber
      memberno memberid
    `),
    within: words(`
      เลขทะเบียนสมาชิก เลขประจำตัวสมาชิก หมายเลขสมาชิก เลขที่สมาชิก สมาชิกเลขที่ เลขสมาชิก
      รหัสสมาชิก membernumber memberid
    `),
    never: words(`สหกรณ์สมาชิก ทะเบียนสหกรณ์`),
  },
  offeringCategory: {
    exact: words(`
      ประเภทสินค้า หมวดหมู่สินค้า หมวดสินค้า หมวดหมู่ ประเภท ประเภทสินค้าบริการ
      ประเภทสินค้าหรือบริการ category productcategory offeringcategory
    `),
    within: words(`
      ประเภทสินค้า ประเภทของสินค้า หมวดหมู่สินค้า หมวดสินค้า ประเภทบริการ productcategory
      producttype
    `),
  },
  offeringDescription: {
    exact: words(`
      สินค้า สินค้าบริการ สินค้าและบริการ สินค้าหรือบริการ รายละเอียดสินค้า รายการสินค้า
      สินค้าที่ขาย สินค้าที่จำหน่าย รายละเอียด product products description offering offerings
      goods
    `),
    within: words(`
      รายละเอียดสินค้า รายละเอียดของสินค้า รายการสินค้า ชื่อสินค้า สินค้าที่ขาย สินค้าที่จำหน่าย
      สินค้าที่จะขาย สินค้าที่ต้องการขาย สินค้าหรือบริการ สินค้าและบริการ สินค้าบริการ ขายอะไร
      จำหน่ายอะไร productdescription offeringdescription
    `),
    never: words(`ประเภท หมวด ราคา รูป ภาพ`),
  },
  consent: {
    exact: words(`
      ความยินยอม ยินยอม การยินยอม ข้อตกลง consent pdpa agreement การคุ้มครองข้อมูลส่วนบุคคล
    `),
    within: words(`ยินยอม ยอมรับ ข้อตกลง ข้อมูลส่วนบุคคล pdpa consent iagree รับทราบกติกา`),
  },
  publicListingConsent: {
    exact: words(`publiclistingconsent ยินยอมเผยแพร่รายการสินค้า ยินยอมให้เผยแพร่รายการสินค้า`),
    within: words(`
      เผยแพร่รายการสินค้า เผยแพร่สินค้า แสดงสินค้าต่อสาธารณะ ประชาสัมพันธ์สินค้า publiclisting
    `),
  },
  wishedUsername: {
    exact: words(`ชื่อผู้ใช้ ชื่อผู้ใช้งาน username ชื่อผู้ใช้งานที่ต้องการ`),
    within: words(`ชื่อผู้ใช้งาน ชื่อผู้ใช้ ชื่อในโอเพนแชท ชื่อในopenchat username`),
  },
};

/** Columns this service or its users add to a file; they say nothing about the seller. */
export const IGNORED_KEYS: ReadonlySet<string> = new Set(
  words('status สถานะ คะแนน score หมายเหตุ remark ลำดับ ลำดับที่ no ที่'),
);

/** Columns of `rejected.csv` that are not the form's. */
export const REJECTED_COLUMNS = ['_row', '_code', '_message_th', '_suggestion'] as const;
