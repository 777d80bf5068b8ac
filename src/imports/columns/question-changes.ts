/**
 * A form whose questions are worded anew is noticed, never guessed: “เบอร์โทร” is gone and “ติดต่อท่านได้ที่ไหน” is new, so
 * the second may be the first, and a person says whether it is.
 */
import { distance } from 'fastest-levenshtein';
import type { HeaderColumn } from '../../platform/tabular/header.js';
import { columnLetter } from '../../platform/tabular/column-letter.js';
import type { RememberedColumn } from './form-columns.js';
import { formFieldTexts } from './form-field-texts.js';
import type { FormField } from './form-fields.js';
import type { MappingNotice, MappingProposal, WordingCandidate } from './mapping-proposal.js';

const MOST_CANDIDATES = 3;

/** Notices of questions that were there when this form was last imported and are not there now. */
export function changedQuestions(
  columns: readonly HeaderColumn[],
  proposal: MappingProposal,
  remembered: readonly RememberedColumn[],
): MappingNotice[] {
  const known = new Set(remembered.map(({ key }) => key));
  const present = new Set(columns.map(({ key }) => key));
  const added = columns.filter(({ key }) => key !== '' && !known.has(key));
  return remembered.flatMap(({ field, key, header }): MappingNotice[] => {
    if (field === null || key === '' || present.has(key)) return [];
    const now = proposal.columns.find((column) => column.field === field);
    if (now) return [{ ...recognised(header, now.header), columns: [now.index], ...{ field, was: header } }];
    const open = added.filter(({ index }) => isOpen(proposal, index));
    const candidates = likest(key, open);
    const text = candidates.length > 0 ? mayBe(field, header, candidates) : gone(field, header);
    return [{ ...text, columns: candidates.map(({ index }) => index), field, was: header, candidates }];
  });
}

/**
 * Whether the file must wait for a person: a name, a cooperative or the consent question is gone, and another column
 * may have taken its place.
 */
export function stopsTheFile(notices: readonly MappingNotice[], { missing }: MappingProposal): boolean {
  const consentUnsure = notices.some(
    ({ field, candidates = [] }) => field === 'consent' && candidates.length > 0,
  );
  return missing.length > 0 || consentUnsure;
}

/** Nobody, neither a person nor the words, has settled this column. */
const isOpen = ({ columns }: MappingProposal, place: number): boolean =>
  columns.some(({ index, why }) => index === place && (why === 'unknown' || why === 'ambiguous'));

function likest(key: string, added: readonly HeaderColumn[]): WordingCandidate[] {
  return added
    .map(({ index, header, key: other }) => ({ index, header, similarity: similarity(key, other) }))
    .sort((a, b) => b.similarity - a.similarity)
    .slice(0, MOST_CANDIDATES);
}

/** Share of letters that stayed, with two decimals. */
const similarity = (a: string, b: string): number =>
  Math.round((1 - distance(a, b) / Math.max(a.length, b.length, 1)) * 100) / 100;

const recognised = (was: string, now: string): Pick<MappingNotice, 'code' | 'message'> => ({
  code: 'QUESTION_CHANGED',
  message: {
    th: `คำถาม “${was}” เปลี่ยนเป็น “${now}” ระบบยังรู้ว่าเป็นข้อมูลเดิม กรุณาตรวจสอบ หากไม่ใช่ ให้อัปโหลดใหม่พร้อม mapping`,
    en: `The question “${was}” now reads “${now}” and is still understood; check it, and if it is wrong upload again with a mapping.`,
  },
});

const mayBe = (
  field: FormField,
  was: string,
  candidates: readonly WordingCandidate[],
): Pick<MappingNotice, 'code' | 'message'> => {
  const list = candidates
    .map(
      ({ index, header, similarity: like }) =>
        `${columnLetter(index)} “${header}” (${Math.round(like * 100)}%)`,
    )
    .join(', ');
  const { th, en } = formFieldTexts[field];
  return {
    code: 'QUESTION_CHANGED',
    message: {
      th: `ไม่พบคำถาม “${was}” (${th}) ที่เคยมี อาจเปลี่ยนเป็นคอลัมน์ ${list} ระบบไม่เดา กรุณาอัปโหลดใหม่พร้อม mapping ที่ระบุคอลัมน์`,
      en: `The question “${was}” (${en}) is gone; it may now be column ${list}. Nothing is guessed: upload again with a mapping that names the column.`,
    },
  };
};

const gone = (field: FormField, was: string): Pick<MappingNotice, 'code' | 'message'> => ({
  code: 'QUESTION_GONE',
  message: {
    th: `ไม่พบคำถาม “${was}” (${formFieldTexts[field].th}) ที่เคยมีในแบบฟอร์มนี้ หากตั้งใจเอาออก ไม่ต้องทำอะไร`,
    en: `The question “${was}” (${formFieldTexts[field].en}) is no longer in this form. If that is meant, nothing need be done.`,
  },
});
