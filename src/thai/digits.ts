/**
 * Thai digits are read as digits where a number is expected: ๑๖๕๐ is 1650. Names keep theirs.
 */
const THAI_DIGITS = /[\u0e50-\u0e59]/g;

/** Thai digits as ASCII digits; everything else unchanged. */
export function toAsciiDigits(text: string): string {
  return text.replace(THAI_DIGITS, (digit) => String(digit.charCodeAt(0) - 0x0e50));
}
