/**
 * Everyday titles: นาย, นางสาว (น.ส.), offices such as กำนัน, and what people are called though it is no title of
 * theirs, such as ป้า in ป้าแดง. One title a line: the word, then its abbreviations. Source: common knowledge.
 */
export const CIVIL = `
  นาย
  นาง
  นางสาว น.ส.
  เด็กชาย ด.ช.
  เด็กหญิง ด.ญ.
  คุณ
`;

export const ACTING = `
  ว่าที่
`;

export const POSITION = `
  กำนัน
  ผู้ใหญ่บ้าน ผญบ.
  ผู้ช่วยผู้ใหญ่บ้าน
  ผู้อำนวยการ ผอ.
  รองผู้อำนวยการ
  สมาชิกสภาจังหวัด ส.จ.
  สมาชิกสภาองค์การบริหารส่วนตำบล ส.อบต.
  รองอธิบดี
  นายอำเภอ
  นายกเทศมนตรี
  นายกองค์การบริหารส่วนตำบล
  นายกองค์การบริหารส่วนจังหวัด
  พ่อหลวง
  แม่หลวง
  อาสาสมัคร อส.
  อาสาสมัครสาธารณสุข อสม.
`;

/** What people do, written like a title; glued to a name, or with a single word behind, only a person can tell. */
export const OCCUPATION = `
  วิศวกร
  สถาปนิก
  นักศึกษา
  นิสิต
  นักเรียน
  นักบัญชี
  ทนายความ
  ปลัด
  ปลัดอำเภอ
  ข้าราชการ
  พนักงาน
  ลูกจ้าง
  เกษตรกร
  ผู้จัดการ
  เลขานุการ
  เหรัญญิก
`;

/** Never stripped without asking: หมอนชัย is a first name, and ป้าแดง is what the shop is called. */
export const NICKNAME = `
  น้อง
  พี่
  ป้า
  ลุง
  น้า
  แม่
  เจ๊
  เจ้
  เฮีย
  เสี่ย
  ครู
  หมอ
  ช่าง
  ทนาย
  ท่าน
  จ่า
  ดาบ
  นายดาบ
  ผู้ใหญ่
  ผู้กอง
  ผู้หมวด
  ผู้พัน
  ผู้การ
  สารวัตร
  พยาบาล
  คุณครู
  คุณหมอ
  คุณแม่
  คุณพ่อ
  คุณป้า
  คุณลุง
  คุณน้า
  จอมพล
`;

export const FOREIGN = `
  มิสเตอร์
  มิสซิส
  มาดาม
  ดาโต๊ะ
  ดาโตะ
  ดะโต๊ะ
  มิส
`;

/** Latin titles, lower-case and without dots, that stand alone before a name. */
export const LATIN = `
  mr mister mrs miss ms mx master mdm madam madame dr doctor khun
`;

/** Latin parts of longer titles (Asst. Prof. Dr., Pol. Lt. Col., Acting Sub Lt.); a dot or a longer stack is needed. */
export const LATIN_PARTS = `
  prof professor assoc asst associate assistant rev hon sir act acting sub lt lieutenant capt captain maj major
  col colonel emeritus emerita snr gen general brig adm admiral cdr commander lcdr sgt sergeant cpl pvt flt sqn ldr wg gp pol police
`;
