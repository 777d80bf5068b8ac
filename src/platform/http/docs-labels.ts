/** Words on Swagger UI's buttons and headings, which it cannot translate itself. */
const labels: [selector: string, text: string][] = [
  ['.btn.authorize span', 'เข้าสู่ระบบ · Authorize'],
  ['.try-out__btn:not(.cancel):not(.reset)', 'ลองใช้ · Try it out'],
  ['.try-out__btn.cancel', 'ยกเลิก · Cancel'],
  ['.try-out__btn.reset', 'คืนค่าตัวอย่าง · Reset'],
  ['.tab-header h4 span', 'ช่องกรอก · Parameters'],
  ['.responses-wrapper>.opblock-section-header>h4', 'ผลลัพธ์ · Responses'],
  ['.btn.execute', 'ส่งคำขอ · Execute'],
  ['.btn.btn-clear', 'ล้างผล · Clear'],
  ['.modal-btn[aria-label^=Apply]', 'เข้าสู่ระบบ · Authorize'],
  ['.modal-btn[aria-label^=Remove]', 'ออกจากระบบ · Logout'],
  // A key is only forgotten here.
  ['.auth-container form .modal-btn[aria-label^=Remove]', 'ออกจากหน้านี้ · Logout'],
  ['.dialog-ux .modal-ux-header h3', 'เข้าสู่ระบบ · Authorize'],
  ['.auth-container:has([id^=oauth_], .flow) h4', 'เจ้าหน้าที่ · Staff'],
  ['.auth-container form h4', 'คีย์ของแอป · API key'],
  ['.auth-container h6', 'เข้าสู่ระบบแล้ว · Authorized'],
  ['label[for=auth-bearer-value]', 'คีย์ · key'],
  ['.modal-btn.btn-done', 'ปิด · Close'],
  ['label[for=oauth_username]', 'ชื่อผู้ใช้ · user name'],
  ['label[for=oauth_password]', 'รหัสผ่าน · password'],
  ['.parameters-col_name.col_header', 'ช่อง · Name'],
  ['.parameters-col_description.col_header', 'ความหมายและค่า · Description'],
  ['.opblock-section-request-body .opblock-section-header h4.opblock-title', 'เนื้อหาที่ส่ง · Request body'],
  ['.examples-select__section-label', 'เลือกตัวอย่าง · Examples'],
  ['.opblock-section-request-body .tab>.tabitem:first-child>.tablinks', 'แก้ไขเนื้อหา · Edit value'],
  ['.responses-wrapper .tab>.tabitem:first-child>.tablinks', 'ตัวอย่าง · Example value'],
  ['.tab>.tabitem:nth-child(2)>.tablinks', 'ความหมายของแต่ละช่อง · Schema'],
  ['.curl-command>h4', 'คำสั่งเดียวกันสำหรับโปรแกรม · Curl'],
  ['.request-url>h4', 'ที่อยู่ที่ส่งไป · Request URL'],
  ['.responses-inner>div>div>h4', 'ระบบตอบว่า · Server response'],
  ['.responses-inner>div>h4', 'คำตอบที่เป็นไปได้ · Possible responses'],
  ['td.col_header.response-col_status', 'รหัส · Code'],
  ['td.col_header.response-col_description', 'รายละเอียด · Details'],
  [
    '.live-responses-table .response-col_description>div:has(>.highlight-code,>div>a,>a)>h5',
    'คำตอบ · Response body',
  ],
  [
    '.live-responses-table .response-col_description>div:has(>pre>.headerline)>h5',
    'หัวของคำตอบ · Response headers',
  ],
  [
    '.live-responses-table .response-col_description>div:not(:has(>.highlight-code,>div>a,>a,>pre>.headerline))>h5',
    'ใช้เวลา · Duration',
  ],
  ['.live-responses-table .response-col_description a[download]', 'ดาวน์โหลดไฟล์ · Download file'],
  ['.download-contents', 'บันทึก · Download'],
  ['.response-control-media-type__title', 'ชนิดข้อมูล · Media type'],
  ['.response-undocumented i', 'ไม่อยู่ในรายการคำตอบด้านล่าง · Undocumented'],
];

/** What stands behind fields that must be filled in; Swagger UI itself writes it by a style. */
const required = `.swagger-ui .parameter__name.required::after{content:"ต้องกรอก"}.swagger-ui .opblock-section-request-body h4.opblock-title::after{color:inherit!important;position:static!important;padding:0!important}`;

/** Above the list of fields to fill in, and beside a field of a form. */
const missing =
  '.swagger-ui .validation-errors{font-size:0!important}.swagger-ui .validation-errors::before{content:"ยังส่งไม่ได้ กรุณาแก้ไขช่องต่อไปนี้";font-size:15px;font-weight:700}.swagger-ui .validation-errors li{font-size:15px}' +
  '.swagger-ui .opblock-section-request-body tr:has(.invalid) .parameters-col_description::after{content:"ต้องกรอกหรือเลือกไฟล์ก่อน";color:#c00}' +
  '.swagger-ui .opblock-section-request-body .body-param:has(.invalid)::after{content:"ต้องกรอกเนื้อหาก่อน";color:#c00}';

/** A link whose own words have no size would have no height either, and nobody could press it. */
const pressable = '.swagger-ui a[download]{display:inline-block;line-height:24px}';

export const translated =
  labels
    .map(([selector, text]) => {
      const full = `.swagger-ui ${selector}`;
      return `${full}{font-size:0!important}${full}::after{content:"${text}";font-size:14px}`;
    })
    .join('') +
  required +
  missing +
  pressable;
