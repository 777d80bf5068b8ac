/** Columns and notices as callers see them, with the letters clerks know: คอลัมน์ C คือเบอร์โทรศัพท์ */
import type { HeaderNotice } from '../../platform/tabular/header.js';
import { columnLetter } from '../../platform/tabular/column-letter.js';
import { formFieldTexts } from './form-field-texts.js';
import { FORM_FIELDS } from './form-fields.js';
import type { FormFieldDto, ImportColumnDto, ImportNoticeDto } from '../imports.dto.js';
import type { ColumnProposal, MappingNotice } from './mapping-proposal.js';
import { mappingReasons } from './mapping-reasons.js';

export const choosableFields: FormFieldDto[] = FORM_FIELDS.map((field) => ({
  field,
  text: formFieldTexts[field],
}));

export const columnView = ({ index, header, field, confidence, why }: ColumnProposal): ImportColumnDto => ({
  ...{ index, letter: columnLetter(index), header, field, confidence, why, whyText: mappingReasons[why] },
});

export function noticeView(notice: HeaderNotice | MappingNotice): ImportNoticeDto {
  const { code, message, columns } = notice;
  const view = { code, message, columns: columns.map(columnLetter) };
  if (!('field' in notice)) return view;
  const { field, was, candidates = [] } = notice;
  return {
    ...{ ...view, field, was },
    candidates: candidates.map((each) => ({ ...each, letter: columnLetter(each.index) })),
  };
}
