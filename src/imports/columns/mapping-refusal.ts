/**
 * A file that cannot be read as it is gets an answer that holds the way out: what is known of each column, and a
 * mapping to check and send back. ตัวอย่าง: ไม่พบคอลัมน์ชื่อ จึงเสนอ [{"index":1,"field":"fullName"}]
 */
import { Invalid } from '../../platform/errors.js';
import type { Message } from '../../platform/message.js';
import { columnLetter } from '../../platform/tabular/column-letter.js';
import type { ColumnChoice } from './column-choice.js';
import { FORM_FIELDS, type FormField } from './form-fields.js';
import type { HeaderNotice } from '../../platform/tabular/header.js';
import type { MappingNotice, MappingProposal } from './mapping-proposal.js';

/** What was noticed of the columns, and of the header itself. */
export interface Noticed {
  mapping: readonly MappingNotice[];
  header?: readonly HeaderNotice[];
  /** The sheet of a workbook that was read. */
  sheet?: string;
}

/** The refusal; its data are the proposal, the fields there are, and `mapping` to send beside the file. */
export function mappingRefusal(proposal: MappingProposal, { mapping, header = [], sheet }: Noticed): Invalid {
  const { missing, columns } = proposal;
  const data = {
    missing,
    headers: columns.map(({ header }) => header),
    columns: columns.map((column) => ({ ...column, letter: columnLetter(column.index) })),
    fields: FORM_FIELDS,
    mapping: exampleOf(proposal, mapping),
    notices: [...header, ...mapping].map(noticeOf),
    ...(sheet !== undefined && { sheet }),
  };
  return missing.length > 0
    ? new Invalid([], columnsMissing(missingOf(proposal), header, sheet), 'COLUMNS_MISSING', data)
    : new Invalid([], questionChanged(mapping), 'QUESTION_CHANGED', data);
}

function noticeOf(notice: HeaderNotice | MappingNotice) {
  const { code, message, columns } = notice;
  const { was, candidates } = notice as Partial<MappingNotice>;
  return { code, message, columns: columns.map(columnLetter), was, candidates };
}

/** One choice for each thing that is open, as far as any column could be it. */
function exampleOf(proposal: MappingProposal, notices: readonly MappingNotice[]): ColumnChoice[] {
  const used = new Set<number>();
  const choices: ColumnChoice[] = [];
  const choose = (field: FormField, places: readonly number[]) => {
    const index = places.find((place) => !used.has(place));
    if (index === undefined || choices.some((choice) => choice.field === field)) return;
    used.add(index);
    choices.push({ index, field });
  };
  for (const { field, candidates = [] } of notices)
    if (field)
      choose(
        field,
        candidates.map(({ index }) => index),
      );
  for (const { fields, columns } of proposal.ambiguous) choose(fields[0]!, columns);
  const open = proposal.columns.filter(({ why }) => why === 'unknown').map(({ index }) => index);
  const had = (...fields: FormField[]) => choices.some(({ field }) => field && fields.includes(field));
  if (proposal.missing.includes('name') && !had('fullName', 'firstName')) choose('fullName', open);
  if (proposal.missing.includes('cooperative') && !had('cooperativeName', 'registrationNumber'))
    choose('cooperativeName', open);
  return choices;
}

type Missing = MappingProposal['missing'][number] | 'which_name';

/** Two columns that ask for the whole name are not “no column”: one has to be chosen. */
const missingOf = ({ missing, ambiguous }: MappingProposal): Missing[] =>
  missing.map((what) =>
    what === 'name' && ambiguous.some(({ fields }) => fields.includes('fullName')) ? 'which_name' : what,
  );

const missingTexts: Record<Missing, Message> = {
  name: { th: 'ชื่อ-นามสกุล', en: 'the name' },
  which_name: {
    th: 'ชื่อ-นามสกุลที่แน่ชัด (มีหลายคอลัมน์ถามชื่อ ต้องเลือกหนึ่งคอลัมน์)',
    en: 'the name for certain (several ask for it; choose one)',
  },
  cooperative: { th: 'ชื่อสหกรณ์หรือเลขทะเบียนสหกรณ์', en: "the cooperative's name or number" },
};

/** The header is not where it was looked for. */
const elsewhere: readonly HeaderNotice['code'][] = ['TITLE_ABOVE_HEADER', 'SEVERAL_SHEETS'];

function columnsMissing(missing: readonly Missing[], header: readonly HeaderNotice[], sheet?: string) {
  const [th, en] = [
    missing.map((what) => missingTexts[what].th),
    missing.map((what) => missingTexts[what].en),
  ];
  const hints = header.filter(({ code }) => elsewhere.includes(code)).map(({ message }) => message);
  const hint = (language: 'th' | 'en') => hints.map((message) => `${message[language]} `).join('');
  const [inTh, inEn] = sheet === undefined ? ['', ''] : [`ในแผ่นงาน “${sheet}”`, ` of the sheet “${sheet}”`];
  return {
    th: `ไม่พบคอลัมน์${th.join(' และ')}${inTh} ${hint('th')}กรุณาตรวจ mapping ที่เสนอในคำตอบนี้ แก้ให้ถูก แล้วอัปโหลดไฟล์เดิมพร้อม mapping หรือแก้หัวตาราง`,
    en: `No column${inEn} holds ${en.join(' or ')}. ${hint('en')}Check the mapping in this answer, correct it and upload the same file with it, or mend the header.`,
  };
}

const questionChanged = (notices: readonly MappingNotice[]) => {
  const was = notices.flatMap((notice) => (notice.candidates?.length ? `“${notice.was}”` : [])).join(', ');
  return {
    th: `คำถาม ${was} ของแบบฟอร์มนี้เปลี่ยนไป ระบบไม่เดาแทน กรุณาตรวจ mapping ที่เสนอในคำตอบนี้ แก้ให้ถูก แล้วอัปโหลดไฟล์เดิมพร้อม mapping (หากคำถามถูกเอาออกจริง ให้ระบุคอลัมน์ใหม่เป็น field null)`,
    en: `The question ${was} of this form is worded anew and nothing is guessed. Check the mapping in this answer, correct it and upload the same file with it (a new column that is something else gets field null).`,
  };
};
