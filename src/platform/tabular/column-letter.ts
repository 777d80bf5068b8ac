/** Spreadsheets letter their columns: the first is A, the twenty-eighth AB. ตัวอย่าง: คอลัมน์ที่ 3 คือคอลัมน์ C */

/** `index` counts from 0. */
export function columnLetter(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetter(Math.floor(index / 26) - 1) + letter;
}

export const columnLetters = (indexes: readonly number[]): string => indexes.map(columnLetter).join(', ');
