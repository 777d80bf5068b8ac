/** The part of an operation this is about. */
export interface Parameterised {
  parameters?: { in?: string; name?: string; description?: string }[];
}

const text = 'รหัส (id) จากคำตอบก่อนหน้าหรือจากรายการ · the id, from an earlier answer or from the list';

/** Says of every `id` in a path where people find it, unless the operation says so itself. */
export function explainIds(operations: readonly Parameterised[]): void {
  for (const { parameters = [] } of operations) {
    for (const one of parameters) {
      if (one.in === 'path' && one.name === 'id') one.description ??= text;
    }
  }
}
