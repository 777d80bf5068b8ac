/** The part of an operation this is about. */
export interface Parameterised {
  parameters?: { in?: string; name?: string; description?: string }[];
}

const texts: Record<string, string> = {
  id: 'รหัส (id) หน้านี้เติมให้จากคำตอบล่าสุด หรือคัดลอกจากรายการ · the id; this page fills in that of the newest answer',
  row: 'เลขแถว (row) จากรายการแถว · the number of the row, from the list of rows',
};

/** Says of every `id` and `row` in a path where people find it, unless the operation says so itself. */
export function explainIds(operations: readonly Parameterised[]): void {
  for (const { parameters = [] } of operations) {
    for (const one of parameters) {
      if (one.in === 'path') one.description ??= texts[one.name ?? ''];
    }
  }
}
