/**
 * How a file will be read: encoding, delimiter, which column answers which question, how consent was given.
 * ตัวอย่าง: คอลัมน์ “เบอร์โทร” คือเบอร์โทรศัพท์; แบบฟอร์มไม่มีช่องยินยอม ต้องระบุที่มาของความยินยอม
 */
import { createHash } from 'node:crypto';
import { Invalid } from '../../platform/errors.js';
import type { HeaderColumn, HeaderNotice } from '../../platform/tabular/header.js';
import type { Table } from '../../platform/tabular/table.js';
import { chooseColumns, type ColumnChoice } from '../columns/column-choice.js';
import { headerFingerprint } from '../columns/column-mapping.js';
import { rememberedChoices, type RememberedColumn } from '../columns/form-columns.js';
import type { ConsentBasis } from '../import-run.js';
import { mappingOf, type MappingProposal } from '../columns/mapping-proposal.js';
import { warningsOf } from '../columns/mapping-notices.js';
import { mappingRefusal } from '../columns/mapping-refusal.js';
import { changedQuestions, stopsTheFile } from '../columns/question-changes.js';
import { storedFormat, type StoredFormat } from './stored-format.js';

/** Members of the run that the file itself tells. */
export interface FilePlan extends StoredFormat {
  source: string;
  mapping: string;
  notices: string;
  consentBasis: string | null;
  formId: string | null;
  total: number;
}

/** What the uploader said beside the file, and what is remembered of its form. */
export interface SaidOfFile {
  consentBasis?: ConsentBasis;
  /** The caller's mapping. */
  choices?: readonly ColumnChoice[];
  formId?: string;
  remembered?: readonly RememberedColumn[];
}

/** Throws Invalid when a name, a cooperative or the consent is nowhere to be found, or may be but is not sure. */
export function planOf(table: Pick<Table, 'header' | 'format'>, said: SaidOfFile): FilePlan {
  const { consentBasis, choices = [], remembered = [] } = said;
  const { columns } = table.header;
  const proposal = chooseColumns(columns, choices, rememberedChoices(columns, remembered));
  const changes = changedQuestions(columns, proposal, remembered);
  const header = table.header.notices.filter((notice) => !isSettled(notice, proposal));
  if (stopsTheFile(changes, proposal)) {
    const mapping = [...changes, ...warningsOf(proposal.warnings, consentBasis !== undefined)];
    const sheet = table.format.format === 'xlsx' ? table.format.sheet : undefined;
    throw mappingRefusal(proposal, { mapping, header, sheet });
  }
  if (!mappingOf(proposal).has('consent') && !consentBasis) throw consentUnknown();
  const notices = [...header, ...changes];
  return {
    ...storedFormat(table.format),
    ...{ mapping: JSON.stringify(proposal), notices: JSON.stringify(notices), total: 0 },
    ...{ source: sourceOf(columns, said.formId), formId: said.formId ?? null },
    consentBasis: consentBasis ? JSON.stringify(consentBasis) : null,
  };
}

/** What tells one form from another: its id, else its questions. */
export function sourceOf(columns: readonly HeaderColumn[], formId?: string): string {
  const text = formId === undefined ? headerFingerprint(columns) : `form:${formId}`;
  return createHash('sha256').update(text).digest('hex');
}

/** A person has said what these columns are. */
function isSettled({ columns }: HeaderNotice, proposal: MappingProposal): boolean {
  const settled = (index: number) =>
    ['chosen_by_caller', 'left_out_by_caller', 'remembered', 'another_column_fits_better'].includes(
      proposal.columns.find((column) => column.index === index)!.why,
    );
  return columns.length > 0 && columns.every(settled);
}

function consentUnknown(): Invalid {
  const code = 'CONSENT_BASIS_REQUIRED';
  const message = {
    th: 'แบบฟอร์มนี้ไม่มีคำถามเรื่องความยินยอม กรุณาส่ง consentTextVersion และ consentStatedBy เพื่อระบุว่าได้รับความยินยอมอย่างไร แล้วอัปโหลดใหม่',
    en: 'This form has no question on consent. Send consentTextVersion and consentStatedBy to say how it was given.',
  };
  return new Invalid([{ pointer: '/consentTextVersion', code, message }], message, code);
}
