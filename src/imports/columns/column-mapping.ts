/**
 * Which column answers which question, in any order and wording: `2. เบอร์โทรศัพท์มือถือ * >>` is the telephone
 * number. Two columns that could equally well be the same field are reported, never guessed.
 */
import { distance } from 'fastest-levenshtein';
import { headerKey, type HeaderColumn } from '../../platform/tabular/header.js';
import { FORM_FIELDS, IGNORED_KEYS, REJECTED_COLUMNS, fieldWords, type FormField } from './form-fields.js';
import { mappingWarnings } from './mapping-notices.js';
import type { Ambiguity, ColumnProposal, MappingProposal, MappingReason } from './mapping-proposal.js';

/** The name once more in Latin letters; cooperatives and usernames are matched in Thai. */
const inEnglish = /อังกฤษ|english/;

/** A sentence to agree to may mention every other field. */
const asksConsent = /ยินยอม|ยอมรับ|pdpa|consent|iagree/;

interface Fit {
  field: FormField;
  confidence: number;
  why: MappingReason;
}

/** Proposes a field for each column. */
export function proposeMapping(columns: readonly HeaderColumn[]): MappingProposal {
  const fits = columns.map(bestFits);
  const proposals = columns.map((column, i) => propose(column, fits[i]!));
  preferFirstName(proposals);
  const unclear = columns.flatMap(({ index }, i) =>
    fits[i]!.length > 1 ? [{ fields: fits[i]!.map(({ field }) => field), columns: [index] }] : [],
  );
  return summary(proposals, [...unclear, ...settleRivals(proposals)]);
}

/** What is missing and worth saying, given who answers what. */
export function summary(columns: ColumnProposal[], ambiguous: Ambiguity[] = []): MappingProposal {
  const found = new Set(columns.map(({ field }) => field));
  const missing: MappingProposal['missing'] = [];
  if (!found.has('fullName') && !found.has('firstName')) missing.push('name');
  if (!found.has('cooperativeName') && !found.has('registrationNumber')) missing.push('cooperative');
  return { columns, missing, ambiguous, warnings: mappingWarnings(found, columns, ambiguous) };
}

/**
 * What tells one form from another where no form id is known: its questions, in any order, without the
 * columns that `rejected.csv` adds and those that Google puts beside the questions in the language of its owner.
 */
export function headerFingerprint(columns: readonly HeaderColumn[]): string {
  const keys = columns
    .filter(({ header, key }) => key !== '' && !isAdded(header) && !besideQuestions.has(key))
    .map(({ key }) => key);
  return JSON.stringify([...new Set(keys)].sort());
}

const besideQuestions: ReadonlySet<string> = new Set(
  (['submittedAt', 'responseId', 'email'] as const).flatMap((field) => fieldWords[field].exact),
);

const isAdded = (header: string): boolean => (REJECTED_COLUMNS as readonly string[]).includes(header);

/** All fields that fit a header best and equally well. */
function bestFits({ header, key }: HeaderColumn): Fit[] {
  if (key === '' || isAdded(header) || IGNORED_KEYS.has(key)) return [];
  const bare = headerKey(header.replace(/[([（【][^)\]）】]*[)\]）】]/g, ' '));
  const fits = FORM_FIELDS.map((field) => fitOf(field, key, bare)).filter((fit) => fit !== undefined);
  const best = Math.max(...fits.map(({ confidence }) => confidence));
  return fits.filter(({ confidence }) => confidence === best);
}

function fitOf(field: FormField, key: string, bare: string): Fit | undefined {
  const { exact, within, never = [] } = fieldWords[field];
  if (inEnglish.test(key) && /ame$|^title$/.test(field)) return undefined;
  if (exact.includes(key)) return { field, confidence: 1, why: 'exact' };
  if (exact.includes(bare)) return { field, confidence: 0.95, why: 'exact_but_for_brackets' };
  const subject = bare || key;
  if (asksConsent.test(subject) && !field.endsWith('onsent')) return undefined;
  if (never.some((word) => subject.includes(word))) return undefined;
  const longest = Math.max(0, ...within.filter((word) => subject.includes(word)).map(({ length }) => length));
  if (longest > 0)
    return { field, confidence: rounded(0.6 + 0.3 * Math.min(1, longest / subject.length)), why: 'contains' };
  const misspelt = exact.some((word) => word.length >= 7 && distance(word, subject) === 1);
  return misspelt ? { field, confidence: 0.7, why: 'misspelt' } : undefined;
}

const rounded = (value: number): number => Math.round(value * 100) / 100;

function propose({ index, header, key }: HeaderColumn, fits: Fit[]): ColumnProposal {
  if (key === '') return { index, header, field: null, confidence: 1, why: 'unnamed' };
  if (isAdded(header) || IGNORED_KEYS.has(key))
    return { index, header, field: null, confidence: 1, why: 'ignored' };
  const [fit, rival] = fits;
  if (!fit) return { index, header, field: null, confidence: 0, why: 'unknown' };
  if (rival) return { index, header, field: null, confidence: 0, why: 'ambiguous' };
  return { index, header, ...fit };
}

/** `ชื่อ` beside `นามสกุล` is the first name; alone it is the whole name. */
function preferFirstName(proposals: ColumnProposal[]): void {
  if (!proposals.some(({ field }) => field === 'lastName')) return;
  for (const proposal of proposals) {
    const plain = ['ชื่อ', 'name'].includes(headerKey(proposal.header));
    if (plain && proposal.field === 'fullName') proposal.field = 'firstName';
  }
}

/** Where several columns claim a field the best fit takes it; equal ones leave it open. */
function settleRivals(proposals: ColumnProposal[]): Ambiguity[] {
  const open: Ambiguity[] = [];
  for (const field of FORM_FIELDS) {
    const claims = proposals.filter((proposal) => proposal.field === field);
    if (claims.length < 2) continue;
    const best = Math.max(...claims.map(({ confidence }) => confidence));
    const winners = claims.filter(({ confidence }) => confidence === best);
    for (const claim of claims) {
      if (winners.length === 1 && claim === winners[0]) continue;
      claim.field = null;
      claim.why = winners.includes(claim) ? 'ambiguous' : 'another_column_fits_better';
    }
    if (winners.length > 1) open.push({ fields: [field], columns: winners.map(({ index }) => index) });
  }
  return open;
}
