import { DirectoryIndex, type DirectoryCooperative } from '../../../src/cooperatives/directory-index.js';
import { proposeMapping } from '../../../src/imports/columns/column-mapping.js';
import { FormReader, type FormRow } from '../../../src/imports/reading/form-row.js';
import { mappingOf } from '../../../src/imports/columns/mapping-proposal.js';
import { readHeader } from '../../../src/platform/tabular/header.js';

/** A row that has nothing wrong with it; tests say what they change. */
export const goodCells: Record<string, string> = {
  ประทับเวลา: '4/8/2569, 18:34:26',
  'ชื่อ-นามสกุล': 'นายออมทรัพย์ ใจดี',
  ชื่อสหกรณ์: 'สหกรณ์ออมทรัพย์อยู่ดีกินดี จำกัด',
  เลขทะเบียนสหกรณ์: '101650',
  เขตพื้นที่: 'A',
  เบอร์โทรศัพท์: '0812345678',
  อีเมล: '',
  'LINE ID': '',
  เลขสมาชิก: '',
  ประเภทสินค้า: 'อาหาร',
  รายละเอียดสินค้า: 'น้ำพริก',
  ความยินยอม: 'ยินยอม',
};

/** Reads one row with these headers and cells, as an import would. */
export function readRow(
  changed: Record<string, string> = {},
  without: string[] = [],
  consentDeclared = false,
): FormRow {
  const all = Object.entries({ ...goodCells, ...changed }).filter(([header]) => !without.includes(header));
  const headers = all.map(([header]) => header);
  const mapping = mappingOf(proposeMapping(readHeader(headers).columns));
  const reader = new FormReader(mapping, { headers, consentDeclared });
  return reader.read({ row: 1, firstLine: 2, lastLine: 2, cells: all.map(([, cell]) => cell) });
}

const cooperative = (
  registrationNumber: string,
  core: string,
  regionCode: DirectoryCooperative['regionCode'],
  aliases: string[] = [],
) => ({
  id: `c-${registrationNumber}`,
  registrationNumber,
  fullName: `สหกรณ์ออมทรัพย์${core} จำกัด`,
  shortName: core,
  regionCode,
  aliases,
});
/** Invented, with two that share their last four digits and two a letter apart. */
export const directory = new DirectoryIndex([
  cooperative('101650', 'อยู่ดีกินดี', 'A'),
  cooperative('100901', 'ครูสุรินทร์', 'NE'),
  cooperative('100801', 'ครูตาก', 'N'),
  cooperative('111650', 'บ้านสีทอง', 'B'),
  cooperative('101301', 'บ้านศรีทอง', 'C'),
  cooperative('000450', 'คลองเตยใต้', 'B'),
]);
