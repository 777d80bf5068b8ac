/**
 * A cooperative's name is a kind in front, a core, and จำกัด behind, and people write all three loosely: `สอ.ครูตาก`,
 * `สหกรณ์ออมทรัพย์ ครูตาก จํากัด.`, `ครูตาก จก.` and `ครูตาก` are one cooperative, so they share one match key.
 */
import { distance } from 'fastest-levenshtein';
import { toAsciiDigits } from '../thai/digits.js';
import { isThaiMark } from '../thai/marks.js';
import { normalize } from '../thai/normalize.js';
import { MAX_EDITS } from './near-spelling.js';

export const COOPERATIVE_KINDS = [
  'savings',
  'credit_union',
  'store',
  'service',
  'agricultural',
  'settlement',
  'fishery',
  'federation',
  'other',
] as const;

export type CooperativeKind = (typeof COOPERATIVE_KINDS)[number];

export interface CooperativeName {
  /** `undefined` when the text names no kind (`ครูตาก`). */
  kind: CooperativeKind | undefined;
  /** Kind in full (`สหกรณ์ออมทรัพย์…`), as a marker (`สอ.`, `สค.`), or not at all. */
  kindWritten: 'full' | 'marker' | 'none';
  /** What stands between kind and จำกัด, white space removed, otherwise as written. */
  core: string;
  /** Whether จำกัด closes the name. */
  limited: boolean;
}

interface KindForm {
  kind: CooperativeKind;
  written: 'full' | 'marker';
  pattern: RegExp;
  /** Stays in match key and proposed short name, since only savings cooperatives go without. */
  word: string;
}

const SAVINGS_WORDS = 'สหกรณ์ออมทรัพย์';
const SAVINGS: KindForm = { kind: 'savings', written: 'full', pattern: /^สหกรณ์ออมทรัพย์/u, word: '' };

/** Longest first. ชุมชนสหกรณ์ for ชุมนุมสหกรณ์ is a slip of the federation's own letter. */
const KINDS: readonly KindForm[] = [
  { kind: 'federation', written: 'full', pattern: /^ชุม(?:นุม|ชน)สหกรณ์(?:ออมทรัพย์)?/u, word: 'ชุมนุม' },
  { kind: 'federation', written: 'marker', pattern: /^ชุมนุมส\.?อ\./u, word: 'ชุมนุม' },
  { kind: 'store', written: 'full', pattern: /^ร้านสหกรณ์/u, word: 'ร้าน' },
  SAVINGS,
  { kind: 'credit_union', written: 'full', pattern: /^สหกรณ์เครดิต(?:ยูเนี่ยน|ยูเนียน)/u, word: 'เครดิตยูเนี่ยน' },
  { kind: 'credit_union', written: 'marker', pattern: /^ส\.?ค\./u, word: 'เครดิตยูเนี่ยน' },
  { kind: 'service', written: 'full', pattern: /^สหกรณ์บริการ/u, word: 'บริการ' },
  { kind: 'agricultural', written: 'full', pattern: /^สหกรณ์การเกษตร/u, word: 'การเกษตร' },
  { kind: 'settlement', written: 'full', pattern: /^สหกรณ์นิคม/u, word: 'นิคม' },
  { kind: 'fishery', written: 'full', pattern: /^สหกรณ์ประมง/u, word: 'ประมง' },
  { kind: 'other', written: 'full', pattern: /^สหกรณ์/u, word: '' },
  { kind: 'savings', written: 'marker', pattern: /^ส\.?อ\./u, word: '' },
];

/** Also as จก. and, behind two letters at least, จก. */
const LIMITED = /[([]?(?:จำกัด|จ\.?ก\.)[)\].ฯ]*$|(?<=[^.]{2})[([]?จก[)\]ฯ]*$/u;

/** Reads a name in whatever form it was typed. */
export function readCooperativeName(text: string): CooperativeName {
  const { form, core, limited } = take(compact(text));
  return { kind: form?.kind, kindWritten: form?.written ?? 'none', core, limited };
}

/**
 * The form in which names are compared: without kind, จำกัด, จังหวัด, white space and punctuation, Latin in lower
 * case. Kinds other than savings keep their word: สหกรณ์สตรีนางรอง is not สหกรณ์การเกษตรนางรอง.
 */
export function matchKey(name: string): string {
  const { form, core } = take(compact(name));
  return squeeze((form?.word ?? '') + core) || squeeze(compact(name));
}

/**
 * How a name may be spelt where only slips are forgiven: with จังหวัด too, and with the words of any kind but
 * savings, since the slip may be in those (จังหววัด, ชุมนุสหกรณ์).
 */
export function spellings(name: string): string[] {
  const text = compact(name);
  const { form, core } = take(text);
  const spelt = form === undefined || form.kind === 'savings' ? core : withoutLimited(text);
  return [...new Set([matchKey(text), lettersOf(spelt)])].filter((key) => key !== '');
}

/**
 * A proposal for the registered short name: สหกรณ์ออมทรัพย์อยู่ดีกินดี จำกัด gives อยู่ดีกินดี. Real ones differ
 * (มก., พช.), so a person or the directory decides.
 */
export function proposeShortName(fullName: string): string {
  const text = compact(fullName);
  const { form, core, limited } = take(text);
  if (core === '') return text;
  if (form === undefined || form.kind === 'savings' || form.kind === 'other') return core;
  if (form.kind === 'federation') return limited ? withoutLimited(text) : text;
  return form.word + core;
}

/** Normalised and without any white space: the form in which short names are stored. */
export function compact(text: string): string {
  return normalize(text).replace(/\s+/gu, '');
}

/** Without จำกัด behind; `text` is compact. */
export function withoutLimited(text: string): string {
  return text.replace(LIMITED, '');
}

function take(text: string): { form: KindForm | undefined; core: string; limited: boolean } {
  const body = withoutLimited(text);
  const limited = body.length !== text.length;
  const slipped = lengthOfSlippedSavings(body);
  if (slipped > 0) return { form: SAVINGS, core: body.slice(slipped), limited };
  const form = KINDS.find(({ pattern }) => pattern.test(body));
  return { form, core: form === undefined ? body : body.replace(form.pattern, ''), limited };
}

/** How far the kind reaches in สหกรณ์ออมทรัพครูตาก, where the words สหกรณ์ออมทรัพย์ have a slip; 0 if they have none. */
export function lengthOfSlippedSavings(body: string): number {
  if (!body.startsWith('สห') || body.startsWith(SAVINGS_WORDS)) return 0;
  let best = { length: 0, edits: MAX_EDITS + 1 };
  for (let length = SAVINGS_WORDS.length - MAX_EDITS; length <= SAVINGS_WORDS.length + MAX_EDITS; length++) {
    if (length > body.length || isThaiMark(body.charCodeAt(length))) continue;
    const edits = distance(body.slice(0, length), SAVINGS_WORDS);
    if (edits < best.edits) best = { length, edits };
  }
  return best.length;
}

function squeeze(text: string): string {
  return lettersOf(text.replace(/จังหวัด|(?<=\.)จ\./gu, ''));
}

/** Letters and digits only: without dots and hyphens, Latin in lower case. */
function lettersOf(text: string): string {
  return toAsciiDigits(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}
