/**
 * A spreadsheet runs a cell that begins like a formula: `=HYPERLINK(…)` in a name. Such cells are written
 * with an apostrophe in front, `+66812345678` as `'+66812345678`, and it is taken off again on reading.
 * Cells that already look guarded get one more, so that nothing is lost on the way.
 */
const formula = /^'*[=+\-@\t\r\n\0\uff1d\uff0b\uff0d\uff20]/;
const guarded = /^'+[=+\-@\t\r\n\0\uff1d\uff0b\uff0d\uff20]/;

export const guardFormula = (cell: string): string => (formula.test(cell) ? `'${cell}` : cell);

export const unguardFormula = (cell: string): string =>
  cell.charCodeAt(0) === 0x27 && guarded.test(cell) ? cell.slice(1) : cell;
