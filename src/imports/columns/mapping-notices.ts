/**
 * What a person should hear about the columns before any row is read: a form that asks no telephone number
 * leaves the market no way to reach นายสมชาย.
 */
import type { Message } from '../../platform/message.js';
import { columnLetter } from '../../platform/tabular/column-letter.js';
import type { Ambiguity, ColumnProposal, MappingNotice } from './mapping-proposal.js';
import { formFieldTexts } from './form-field-texts.js';
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

type Absence = 'NO_CONTACT_COLUMN' | 'NO_CONSENT_COLUMN' | 'NO_TIME_COLUMN';

const absences: Record<Absence, Message> = {
  NO_CONTACT_COLUMN: {
    th: 'ไม่พบคอลัมน์เบอร์โทรศัพท์ อีเมล LINE ID หรือเลขสมาชิก ทุกแถวจะต้องให้เจ้าหน้าที่ตรวจสอบ',
    en: 'No column holds a phone number, e-mail, LINE id or member number; every row will need a person.',
  },
  NO_CONSENT_COLUMN: {
    th: 'ไม่พบคอลัมน์ความยินยอม ที่มาของความยินยอมเป็นไปตามที่ระบุไว้ทั้งไฟล์ (consentTextVersion, consentStatedBy)',
    en: 'No column holds the consent; what was stated counts for the whole file (consentTextVersion, consentStatedBy).',
  },
  NO_TIME_COLUMN: {
    th: 'ไม่พบคอลัมน์ประทับเวลา ระบบจะใช้ข้อมูลติดต่อและชื่อเพื่อจำแถวเดิม',
    en: 'No column holds the time of the answer; rows are recognised again by contact and name.',
  },
};

const nobodyStated: Message = {
  th: 'ไม่พบคอลัมน์ความยินยอม และยังไม่มีผู้ระบุที่มาของความยินยอม หากแบบฟอร์มไม่ได้ถาม แต่ได้รับความยินยอมแล้วจริง ให้ระบุที่มาด้วย',
  en: 'No column holds the consent, and nobody has stated how it was given. If the form did not ask and you do have consent, state its basis too.',
};

/** The warnings as they are true for this file. */
export const warningsOf = (warnings: readonly MappingNotice[], consentStated: boolean): MappingNotice[] =>
  warnings.map((warning) =>
    warning.code === 'NO_CONSENT_COLUMN' && !consentStated ? { ...warning, message: nobodyStated } : warning,
  );

const absent = (code: Absence): MappingNotice => ({
  code,
  columns: [],
  message: absences[code],
});

function ambiguityNotice({ fields, columns }: Ambiguity, all: readonly ColumnProposal[]): MappingNotice {
  const headers = columns.map(
    (index) => `${columnLetter(index)} “${all.find((column) => column.index === index)?.header ?? ''}”`,
  );
  const names = (language: 'th' | 'en') => fields.map((field) => formFieldTexts[field][language]).join(', ');
  return {
    code: 'AMBIGUOUS_COLUMN',
    columns,
    message: {
      th: `คอลัมน์ ${headers.join(', ')} อาจหมายถึง ${names('th')} จึงยังไม่ได้อ่าน กรุณาอัปโหลดใหม่พร้อม mapping ที่ระบุ index ของคอลัมน์ หรือแก้หัวตารางให้ชัดเจน`,
      en: `Column ${headers.join(', ')} could be ${names('en')} and is not read; upload again with a mapping that gives the column's index, or make the header clear.`,
    },
  };
}
