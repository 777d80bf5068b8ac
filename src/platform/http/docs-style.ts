import { translated } from './docs-labels.js';

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

/** The same problem document under each error, whose sentences say more; the pages are a third as long without. */
const errorSamples = ['4', '5']
  .flatMap((digit) => ['.response-controls', '.model-example'].map((part) => [digit, part] as const))
  .map(([digit, part]) => `.swagger-ui .response[data-code^="${digit}"] ${part}`)
  .join(',');

/** Columns and switches that say nothing here: an empty field of a form means the same as none. */
const ofNoUse = [
  '.response-col_links',
  '.parameter__empty_value_toggle',
  '.headers-wrapper',
  '.response-control-media-type__accept-message',
  // In English, and what it tells of a sign-in stands in the dialogue.
  '.errors-wrapper:not(.validation-errors)',
]
  .map((selector) => `.swagger-ui ${selector}`)
  .join(',');

/** For Swagger UI: a Thai typeface everywhere, room for Thai vowels, Thai on the buttons. */
export const swaggerStyle = `${fontFaces}
.swagger-ui,.swagger-ui *{font-family:Sarabun,sans-serif!important;line-height:1.55}
.swagger-ui code,.swagger-ui code *,.swagger-ui pre,.swagger-ui pre *,.swagger-ui textarea,.swagger-ui .opblock-summary-path,.swagger-ui .opblock-summary-path *{font-family:ui-monospace,Menlo,Consolas,monospace,Sarabun!important}
${forPrograms},${errorSamples},${ofNoUse},.swagger-ui .topbar,.swagger-ui .servers,.swagger-ui .servers-title{display:none}
.swagger-ui .opblock-summary-description{font-size:15px}
${translated}
.swagger-ui .live-responses-table .highlight-code>.microlight{max-height:70vh}
.swagger-ui .live-responses-table .response-col_description>div>pre.microlight{max-height:6em;overflow:auto}
.swagger-ui .body-param textarea{min-height:9em;height:9em}
.swagger-ui .dialog-ux .modal-ux-content{display:flex;flex-direction:column-reverse}`;
