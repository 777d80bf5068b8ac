/**
 * A title that stands above the header is taken for the header: “รายชื่อผู้สมัคร ปี 2569” in line 1, the questions in line 3.
 */
import type { TableRow } from '../../platform/tabular/csv-reader.js';
import { headerKey, type HeaderNotice } from '../../platform/tabular/header.js';
import { proposeMapping } from '../columns/column-mapping.js';

/** What to say of it, if one of these first rows below it names the columns a registration needs. */
export function titleAboveHeader(rows: readonly TableRow[]): HeaderNotice[] {
  const header = rows.find(({ cells, surplus = [] }) => namesAll([...cells, ...surplus]));
  if (!header) return [];
  const line = header.firstLine;
  return [
    {
      code: 'TITLE_ABOVE_HEADER',
      columns: [],
      message: {
        th: `หัวตารางน่าจะอยู่บรรทัดที่ ${line} กรุณาลบบรรทัดที่อยู่เหนือขึ้นไปแล้วอัปโหลดใหม่`,
        en: `The titles of the questions seem to be in line ${line}; delete the lines above it and upload again.`,
      },
    },
  ];
}

const namesAll = (cells: readonly string[]): boolean =>
  proposeMapping(cells.map((header, index) => ({ index, header, key: headerKey(header) }))).missing.length ===
  0;
