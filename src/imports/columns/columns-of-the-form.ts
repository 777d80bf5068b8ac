/** What the form writes about each answer is nobody's name: ประทับเวลา ใช้เป็นชื่อ-นามสกุลไม่ได้ */
import { Invalid } from '../../platform/errors.js';
import { headerKey, type HeaderColumn } from '../../platform/tabular/header.js';
import type { ColumnChoice } from './column-choice.js';
import { proposeMapping } from './column-mapping.js';
import type { FormField } from './form-fields.js';

const ofTheForm: readonly (FormField | null)[] = ['responseId', 'submittedAt'];

/**
 * Throws Invalid for a choice that takes the column of the response id or of the time for something people answer: it
 * would be lost to know an answer again by. Only where the title says plainly what it is.
 */
export function refuseColumnsOfTheForm(
  columns: readonly HeaderColumn[],
  choices: readonly ColumnChoice[],
): void {
  const plain = proposeMapping(columns).columns.filter(
    ({ field, why }) => why === 'exact' && ofTheForm.includes(field),
  );
  const errors = choices.flatMap(({ index, header, field }, i) => {
    const taken = plain.find(
      (one) => one.index === index || (header !== undefined && headerKey(one.header) === headerKey(header)),
    );
    if (!taken || field === null || ofTheForm.includes(field)) return [];
    return [{ pointer: `/columns/${i}`, code: 'COLUMN_OF_THE_FORM', message: sentence(taken.header) }];
  });
  if (errors.length) throw new Invalid(errors);
}

const sentence = (header: string) => ({
  th: `คอลัมน์ “${header}” แบบฟอร์มเขียนเอง ใช้รู้จำคำตอบเดิม จึงใช้เป็นข้อมูลผู้ขายไม่ได้ กรุณาเลือกคอลัมน์ของคำถาม`,
  en: `The form itself writes “${header}”, by which an answer is known again; choose the column of a question.`,
});
