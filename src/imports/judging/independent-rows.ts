/**
 * Rows that have nothing to do with each other can be judged together. แถวที่ 7 ที่มีเบอร์โทรเดียวกับแถวที่ 3 ต้องรอให้
 * แถวที่ 3 เสร็จก่อน จึงเริ่มช่วงใหม่
 */

/** Cuts the rows into stretches, in order; within one no two rows share any of their marks. */
export function independentStretches<T>(rows: readonly T[], marksOf: (row: T) => Iterable<string>): T[][] {
  const stretches: T[][] = [];
  let seen = new Set<string>();
  for (const row of rows) {
    const marks = [...marksOf(row)];
    if (stretches.length === 0 || marks.some((mark) => seen.has(mark))) {
      stretches.push([]);
      seen = new Set();
    }
    stretches.at(-1)!.push(row);
    for (const mark of marks) seen.add(mark);
  }
  return stretches;
}
