/**
 * What is remembered of a form's questions: which field each one asked for, and whether a person said so. เมื่อเจ้าหน้าที่
 * บอกแล้วว่า “นามของท่าน” คือชื่อ-นามสกุล ไฟล์ครั้งต่อไปของแบบฟอร์มเดียวกันก็อ่านได้เอง
 */
import type { HeaderColumn } from '../../platform/tabular/header.js';
import type { FormField } from './form-fields.js';
import type { MappingProposal } from './mapping-proposal.js';

export interface RememberedColumn {
  index: number;
  header: string;
  key: string;
  field: FormField | null;
  /** A person said so; the others were only proposed and are proposed anew. */
  confirmed: boolean;
}

/** What people said about these columns, by place. A title that stands twice counts only where it stood. */
export function rememberedChoices(
  columns: readonly HeaderColumn[],
  remembered: readonly RememberedColumn[],
): Map<number, FormField | null> {
  const often = (all: readonly { key: string }[], key: string) =>
    all.filter((each) => each.key === key).length;
  const choices = new Map<number, FormField | null>();
  for (const { index, key, field } of remembered.filter(({ confirmed }) => confirmed)) {
    const same = columns.filter((column) => column.key === key);
    const unclear = key === '' || same.length > 1 || often(remembered, key) > 1;
    const meant = unclear ? same.find((column) => column.index === index) : same[0];
    const moved = unclear && same.length !== often(remembered, key);
    if (meant && !moved) choices.set(meant.index, field);
  }
  return choices;
}

/** What to remember once the file is taken in. */
export function columnsToRemember(
  columns: readonly HeaderColumn[],
  proposal: MappingProposal,
): RememberedColumn[] {
  return columns.map(({ index, header, key }) => {
    const { field, why } = proposal.columns.find((each) => each.index === index)!;
    const confirmed = why === 'chosen_by_caller' || why === 'left_out_by_caller' || why === 'remembered';
    return { index, header, key, field, confirmed };
  });
}
