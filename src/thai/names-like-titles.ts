/**
 * First names that begin like a title, in front of whatever is glued to them: คุณวุฒิสุขใจ is คุณวุฒิ สุขใจ, but
 * คุณกรรณิการ์ is คุณ and กรรณิการ์.
 */
import { COMMON_FIRST_NAMES, ENDINGS_OF_KHUN, NAMES_LIKE_TITLES, NAMES_OR_TITLES } from './known-names.js';
import { nameCanBegin } from './title-step.js';

const KHUN = 'คุณ';
const BEGINNINGS = [
  ...NAMES_LIKE_TITLES,
  ...NAMES_OR_TITLES,
  ...[...ENDINGS_OF_KHUN].map((ending) => KHUN + ending),
];

/** Whether a text without spaces may begin with such a name, a surname behind it or not. */
export function beginsLikeTitledName(text: string): boolean {
  if (text.startsWith(KHUN) && COMMON_FIRST_NAMES.has(text.slice(KHUN.length))) return false;
  return BEGINNINGS.some(
    (name) => text.startsWith(name) && (text.length === name.length || nameCanBegin(text, name.length)),
  );
}
