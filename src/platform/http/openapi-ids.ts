/** The part of an operation this is about. */
export interface Parameterised {
  parameters?: { in?: string; name?: string; description?: string; example?: unknown }[];
}

type Paths = Record<string, Record<string, Parameterised>>;

/** Where people find the id of what has no list. */
const sources: Record<string, string> = {
  '/v1/moderation/decisions': '/v1/moderation/cases/{id}',
};

const idText = (list: string) =>
  `รหัส (id) หน้านี้เติมให้จากคำตอบล่าสุด หากช่องยังว่าง กรุณาเปิด GET ${list} แล้วกดส่งคำขอก่อน · the id; this page fills in that of the newest answer; where there is none yet, send GET ${list} first`;

const texts: Record<string, string> = {
  row: 'เลขแถว (row) หน้านี้เติมแถวแรกที่รอตรวจให้เมื่อเปิด GET /v1/imports/{id}/rows · the number of the row; that of the first one that waits is filled in from the list of rows',
  username: 'ชื่อผู้ใช้งานทั้งชื่อ · the whole username',
  code: 'รหัสของกติกา · code of the rule',
  number: 'เลขฉบับของเกณฑ์ เริ่มจาก 1 · number of the version, from 1',
  version: 'เลขรุ่นของคลังคำ เริ่มจาก 1 · number of the version, from 1',
  formId:
    'รหัสแบบฟอร์ม (formId) ที่สคริปต์ส่งมา ดูได้ที่ GET /v1/form-sources · the id that the form’s script sends; see GET /v1/form-sources',
};

const examples: Record<string, unknown> = {
  username: 'A1650ออมทรัพย์สอ.อยู่ดีกินดี',
  code: 'daily_greeting',
  number: 1,
  version: 1,
  formId: '1FAIpQLSexampleForm',
};

/** Says of every field in a path where people find it, or gives an example, unless the operation does so itself. */
export function explainIds(paths: Paths): void {
  for (const [path, operations] of Object.entries(paths)) {
    const collection = path.split('/{')[0]!;
    const list = 'get' in (paths[collection] ?? {}) ? collection : (sources[collection] ?? collection);
    for (const { parameters = [] } of Object.values(operations)) {
      for (const one of parameters.filter((each) => each.in === 'path')) {
        one.description ??= one.name === 'id' ? idText(list) : texts[one.name ?? ''];
        one.example ??= examples[one.name ?? ''];
      }
    }
  }
}
