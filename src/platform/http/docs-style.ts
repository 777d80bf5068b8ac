/** Weights and scripts of Sarabun that the pages load, named as in `@fontsource/sarabun/files`. */
export const fontFiles = [
  'sarabun-thai-400-normal.woff2',
  'sarabun-thai-700-normal.woff2',
  'sarabun-latin-400-normal.woff2',
  'sarabun-latin-700-normal.woff2',
] as const;

const ranges = { thai: 'U+0E01-0E5B,U+200C-200D,U+25CC', latin: 'U+0000-00FF,U+2000-206F' };

export const fontFaces = fontFiles
  .map((file) => {
    const weight = file.includes('700') ? 700 : 400;
    const range = file.includes('thai') ? ranges.thai : ranges.latin;
    return `@font-face{font-family:Sarabun;font-display:swap;font-weight:${weight};src:url(/docs/fonts/${file}) format("woff2");unicode-range:${range}}`;
  })
  .join('');

export const pageStyle = `
body{font:16px/1.6 Sarabun,sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem;color:#222}
table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.4rem .6rem;border-bottom:1px solid #ddd}
small{color:#666}tr:target{background:#fff3c4}`;

/** Words on Swagger UI's buttons, which it cannot translate itself. */
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
  ['.modal-btn[aria-label^=Remove]', 'ออกจากหน้านี้ · Logout'],
  ['.dialog-ux .modal-ux-header h3', 'เข้าสู่ระบบ · Authorize'],
  ['.auth-container:has([id^=oauth_], .flow) h4', 'เจ้าหน้าที่ · Staff'],
  ['.auth-container form h4', 'คีย์ของแอป · API key'],
  ['.auth-container h6', 'เข้าสู่ระบบแล้ว · Authorized'],
  ['label[for=auth-bearer-value]', 'คีย์ · key'],
  ['.modal-btn.btn-done', 'ปิด · Close'],
  ['label[for=oauth_username]', 'ชื่อผู้ใช้ · user name'],
  ['label[for=oauth_password]', 'รหัสผ่าน · password'],
];

/** What the sign-in dialogue asks of programs; staff have no client id, and their role gives the scopes. */
const forPrograms = [
  '.scope-def',
  '.scopes',
  '.flow',
  'p:has(>code)',
  ...['password_type', 'client_id_password', 'client_secret_password'].map(
    (id) => `.wrapper:has(>label[for=${id}])`,
  ),
]
  .map((selector) => `.swagger-ui .auth-container ${selector}`)
  .join(',');

const translated = labels
  .map(([selector, text]) => {
    const full = `.swagger-ui ${selector}`;
    return `${full}{font-size:0!important}${full}::after{content:"${text}";font-size:14px}`;
  })
  .join('');

/** The same problem document under each error, whose sentences say more; the pages are a third as long without. */
const errorSamples = ['4', '5']
  .flatMap((digit) => ['.response-controls', '.model-example'].map((part) => [digit, part] as const))
  .map(([digit, part]) => `.swagger-ui .response[data-code^="${digit}"] ${part}`)
  .join(',');

/** For Swagger UI: a Thai typeface everywhere, room for Thai vowels, Thai on the buttons. */
export const swaggerStyle = `${fontFaces}
.swagger-ui,.swagger-ui *{font-family:Sarabun,sans-serif!important;line-height:1.55}
.swagger-ui code,.swagger-ui code *,.swagger-ui pre,.swagger-ui pre *,.swagger-ui textarea,.swagger-ui .opblock-summary-path,.swagger-ui .opblock-summary-path *{font-family:ui-monospace,Menlo,Consolas,monospace,Sarabun!important}
${forPrograms},${errorSamples},.swagger-ui .topbar,.swagger-ui .servers,.swagger-ui .servers-title{display:none}
.swagger-ui .opblock-summary-description{font-size:15px}
${translated}
.swagger-ui .auth-container .errors::before{content:"เข้าสู่ระบบไม่สำเร็จ กรุณาตรวจชื่อผู้ใช้และรหัสผ่าน";display:block}`;
