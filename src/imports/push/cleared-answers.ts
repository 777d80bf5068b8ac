/**
 * Questions a person emptied when they edited their answer: ลบเบอร์โทรศัพท์ออกจากคำตอบเดิม. Counted only where the form
 * sends every question with each edit (FORM_BLANKS=clear).
 */
import { isNothing, oneLine } from '../reading/cell-text.js';
import type { FormAnswer } from '../reading/form-row.js';
import type { Clearable, FormField } from '../columns/form-fields.js';
import type { FormMapping } from '../columns/mapping-proposal.js';

export function clearedBy(answer: FormAnswer, cells: readonly string[], mapping: FormMapping): Clearable[] {
  const asked = (field: FormField) => mapping.get(field) !== undefined;
  const blank = (field: FormField) => isNothing(oneLine(cells[mapping.get(field) ?? -1] ?? ''));
  const gone = (field: 'phone' | 'email' | 'lineId') =>
    answer[field] === undefined && (asked(field) || asked('contact')) && blank(field) && blank('contact');
  const contacts = (['phone', 'email', 'lineId'] as const).filter(gone);
  const goods: FormField[] = ['offeringCategory', 'offeringDescription'];
  return [
    ...contacts,
    ...(goods.some(asked) && answer.offerings.length === 0 ? (['offerings'] as const) : []),
    ...(asked('publicListingConsent') && !answer.publicListingConsent
      ? (['publicListingConsent'] as const)
      : []),
  ];
}
