/**
 * A person's word about the columns overrules the proposal: “ชื่อ” is the first name here, and “ที่อยู่” is left
 * out.
 */
import { Invalid, type FieldError } from '../../platform/errors.js';
import { headerKey, type HeaderColumn } from '../../platform/tabular/header.js';
import { proposeMapping, summary } from './column-mapping.js';
import type { ColumnProposal, MappingProposal } from './mapping-proposal.js';
import { FORM_FIELDS, type FormField } from './form-fields.js';

/** Names its column by place (from 0) or by header; `field: null` leaves the column out. */
export interface ColumnChoice {
  index?: number;
  header?: string;
  field: FormField | null;
}

/**
 * The proposal with the caller's choices in place, and behind them what people said of this form before. A field
 * chosen for one column is taken from any other. Throws `Invalid` for a column that is not there or not clear, and
 * for a field chosen twice or unknown.
 */
export function chooseColumns(
  columns: readonly HeaderColumn[],
  choices: readonly ColumnChoice[],
  remembered: ReadonlyMap<number, FormField | null> = new Map(),
): MappingProposal {
  const errors: FieldError[] = [];
  const chosen = new Map<number, FormField | null>();
  choices.forEach((choice, i) => {
    const error = place(choice, columns, chosen);
    if (error) errors.push({ pointer: `/mapping/${i}`, ...error });
  });
  if (errors.length) throw new Invalid(errors);
  const byCaller = new Set(chosen.keys());
  for (const [index, field] of remembered) {
    if (!chosen.has(index) && (field === null || ![...chosen.values()].includes(field)))
      chosen.set(index, field);
  }
  const taken = new Set([...chosen.values()].filter((field) => field !== null));
  // What the caller settled is proposed no more, so that the rest is judged without it.
  const rest = proposeMapping(columns.filter(({ index }) => !chosen.has(index)));
  const proposals = columns.map(({ index, header }): ColumnProposal => {
    const field = chosen.get(index);
    if (field !== undefined) {
      const said = field ? ('chosen_by_caller' as const) : ('left_out_by_caller' as const);
      return { index, header, field, confidence: 1, why: byCaller.has(index) ? said : 'remembered' };
    }
    const proposal = rest.columns.find((each) => each.index === index)!;
    if (!proposal.field || !taken.has(proposal.field)) return proposal;
    return { ...proposal, field: null, why: 'another_column_fits_better' };
  });
  const open = rest.ambiguous.filter(({ fields }) => fields.some((field) => !taken.has(field)));
  return summary(proposals, open);
}

function place(
  { index, header, field }: ColumnChoice,
  columns: readonly HeaderColumn[],
  chosen: Map<number, FormField | null>,
): Omit<FieldError, 'pointer'> | undefined {
  if (field !== null && !(FORM_FIELDS as readonly string[]).includes(field)) return problems.fieldUnknown;
  if (field !== null && [...chosen.values()].includes(field)) return problems.fieldTwice;
  const named = index !== undefined || header !== undefined;
  const meant = columns.filter(
    (column) =>
      named &&
      (index === undefined || column.index === index) &&
      (header === undefined || column.key === headerKey(header)),
  );
  if (meant.length === 0) return problems.columnUnknown;
  if (meant.length > 1) return problems.columnUnclear;
  if (chosen.has(meant[0]!.index)) return problems.columnTwice;
  chosen.set(meant[0]!.index, field);
  return undefined;
}

const problems = {
  fieldUnknown: {
    code: 'FIELD_UNKNOWN',
    message: {
      th: `ไม่รู้จักชื่อข้อมูลนี้ เลือกได้: ${FORM_FIELDS.join(', ')}`,
      en: `There is no such field; choose one of ${FORM_FIELDS.join(', ')}.`,
    },
  },
  fieldTwice: {
    code: 'FIELD_CHOSEN_TWICE',
    message: { th: 'ข้อมูลนี้ถูกเลือกให้คอลัมน์อื่นแล้ว', en: 'This field is already given to another column.' },
  },
  columnUnknown: {
    code: 'COLUMN_UNKNOWN',
    message: { th: 'ไม่มีคอลัมน์นี้ในไฟล์', en: 'The file has no such column.' },
  },
  columnUnclear: {
    code: 'COLUMN_UNCLEAR',
    message: {
      th: 'มีหลายคอลัมน์ชื่อนี้ กรุณาระบุลำดับคอลัมน์ (index)',
      en: 'Several columns have this header; give the index.',
    },
  },
  columnTwice: {
    code: 'COLUMN_CHOSEN_TWICE',
    message: { th: 'คอลัมน์นี้ถูกเลือกแล้ว', en: 'This column is already given to another field.' },
  },
};
