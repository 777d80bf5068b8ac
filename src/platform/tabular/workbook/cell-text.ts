import { unguardFormula } from '../formula-guard.js';

const escaped = /_x([0-9a-f]{4})_/gi;

/** Text of a cell as it was typed: `_x000D_` stands for a character that XML cannot hold. */
export function cellText(text: string): string {
  const plain = text.includes('_x')
    ? text.replace(escaped, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    : text;
  return unguardFormula(plain.includes('\r') ? plain.replaceAll('\r\n', '\n') : plain);
}
