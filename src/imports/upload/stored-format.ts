/** How the file is read, as it is kept with the run: CSV in windows-874 with `;`, or the sheet “คำตอบ” of a workbook. */
import type { CsvFormat, TableFormat } from '../../platform/tabular/table.js';

export interface StoredFormat {
  format: TableFormat['format'];
  /** Empty for a workbook, as is the delimiter. */
  encoding: string;
  delimiter: string;
  /** Name of the sheet; null for CSV. */
  sheet: string | null;
}

export const storedFormat = (format: TableFormat): StoredFormat =>
  format.format === 'csv'
    ? { ...format, sheet: null }
    : { format: 'xlsx', encoding: '', delimiter: '', sheet: format.sheet };

export const formatOf = ({ format, encoding, delimiter, sheet }: StoredFormat): TableFormat =>
  format === 'xlsx' ? { format, sheet: sheet ?? '' } : ({ format, encoding, delimiter } as CsvFormat);
