import { openTable } from '../../../src/platform/tabular/open-table.js';
import { refused } from '../../../src/platform/tabular/table-refused.js';
import { evilWorkbooks } from '../../factories/evil-workbooks.js';

const MB = 1_048_576;
const limits = { workbook: { unpackedBytes: 300 * MB, milliseconds: 60_000, memoryBytes: 32 * MB } };

async function reasonOf(bytes: Buffer): Promise<unknown> {
  const open = async function* () {
    for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
  };
  try {
    const table = await openTable(open, undefined, limits);
    if ((await table.count()) === 0) throw refused.noRows();
    return 'opened';
  } catch (error) {
    const { reason, text } = error as { reason?: string; text?: { th: string; en: string } };
    if (!reason || !/[ก-๙]/.test(text!.th) || !/[a-z]/.test(text!.en)) return error;
    return reason;
  }
}

describe('a workbook that is none', () => {
  it.each(evilWorkbooks.filter(([, , code]) => code !== 'COLUMNS_MISSING'))(
    '%s is refused',
    async (_what, make, code) => {
      expect(await reasonOf(make())).toBe(code);
    },
  );
});
