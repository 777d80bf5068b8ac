/**
 * What a person should hear about the columns before any row is read: a form that asks no telephone number
 * leaves the market no way to reach นายสมชาย.
 */
import { Invalid } from '../platform/errors.js';
import type { Message } from '../platform/message.js';
import type { Ambiguity, ColumnProposal, MappingNotice, MappingProposal } from './mapping-proposal.js';
import type { FormField } from './form-fields.js';

const reachable: FormField[] = ['phone', 'email', 'lineId', 'contact', 'memberNumber'];

export function mappingWarnings(
  found: ReadonlySet<FormField | null>,
  columns: readonly ColumnProposal[],
  ambiguous: readonly Ambiguity[],
): MappingNotice[] {
  const notices = ambiguous.map((ambiguity) => ambiguityNotice(ambiguity, columns));
  if (!reachable.some((field) => found.has(field))) notices.push(absent('NO_CONTACT_COLUMN'));
  if (!found.has('consent')) notices.push(absent('NO_CONSENT_COLUMN'));
  if (!found.has('submittedAt') && !found.has('responseId')) notices.push(absent('NO_TIME_COLUMN'));
  return notices;
}

const absences: Record<Exclude<MappingNotice['code'], 'AMBIGUOUS_COLUMN'>, Message> = {
  NO_CONTACT_COLUMN: {
    th: 'ไม่พบคอลัมน์เบอร์โทรศัพท์ อีเมล LINE ID หรือเลขสมาชิก ทุกแถวจะต้องให้เจ้าหน้าที่ตรวจสอบ',
    en: 'No column holds a phone number, e-mail, LINE id or member number; every row will need a person.',
  },
  NO_CONSENT_COLUMN: {
    th: 'ไม่พบคอลัมน์ความยินยอม ที่มาของความยินยอมเป็นไปตามที่ผู้อัปโหลดระบุไว้ทั้งไฟล์ (consentTextVersion, consentStatedBy)',
    en: 'No column holds the consent; what the uploader stated counts for the whole file (consentTextVersion, consentStatedBy).',
  },
  NO_TIME_COLUMN: {
    th: 'ไม่พบคอลัมน์ประทับเวลา ระบบจะใช้ข้อมูลติดต่อและชื่อเพื่อจำแถวเดิม',
    en: 'No column holds the time of the answer; rows are recognised again by contact and name.',
  },
};

const absent = (code: keyof typeof absences): MappingNotice => ({
  code,
  columns: [],
  message: absences[code],
});

function ambiguityNotice({ fields, columns }: Ambiguity, all: readonly ColumnProposal[]): MappingNotice {
  const headers = columns.map(
    (index) => `“${all.find((column) => column.index === index)?.header ?? index}”`,
  );
  const names = fields.join(', ');
  return {
    code: 'AMBIGUOUS_COLUMN',
    columns,
    message: {
      th: `คอลัมน์ ${headers.join(', ')} อาจหมายถึง ${names} จึงยังไม่ได้อ่าน กรุณาแก้หัวตารางให้ชัดเจนแล้วอัปโหลดใหม่`,
      en: `Column ${headers.join(', ')} could be ${names} and is not read; make the header clear and upload again.`,
    },
  };
}

/** The refusal of a file that lacks a name or a cooperative; undefined if it can be read. */
export function refuseIncomplete({ missing, columns }: MappingProposal): Invalid | undefined {
  if (missing.length === 0) return undefined;
  const th = missing.map((what) => (what === 'name' ? 'ชื่อ-นามสกุล' : 'ชื่อสหกรณ์หรือเลขทะเบียนสหกรณ์'));
  const en = missing.map((what) => (what === 'name' ? 'the name' : "the cooperative's name or number"));
  const headers = columns.map(({ header }) => header).slice(0, 30);
  return new Invalid(
    [],
    {
      th: `ไม่พบคอลัมน์${th.join(' และ')} กรุณาแก้หัวตารางให้ตรงกับคำถามของแบบฟอร์มแล้วอัปโหลดใหม่`,
      en: `No column holds ${en.join(' or ')}. Make the header name it and upload again.`,
    },
    'COLUMNS_MISSING',
    { missing, headers },
  );
}
