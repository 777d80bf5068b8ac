import { normalize } from '../../thai/normalize.js';
import type { Message } from '../message.js';
import { columnLetters } from './column-letter.js';
import { refused } from './table-refused.js';

/** One column as its header names it. */
export interface HeaderColumn {
  /** Place in the file, from 0. */
  index: number;
  /** The header as written, without white space around it. */
  header: string;
  /** What equality is decided by: `2. ชื่อ - นามสกุล * >>` and `ชื่อ-นามสกุล` have one key. Empty if unnamed. */
  key: string;
}

/** Something a person should know about the header; never a reason to stop by itself. */
export interface HeaderNotice {
  code: 'DUPLICATE_HEADER' | 'UNNAMED_COLUMN' | 'SEVERAL_SHEETS' | 'MERGED_CELLS' | 'TITLE_ABOVE_HEADER';
  /** Places of the columns concerned, from 0. */
  columns: number[];
  message: Message;
}

export interface Header {
  columns: HeaderColumn[];
  notices: HeaderNotice[];
}

/** Reads the first record of a table; throws `TableRefused` when it names no column at all. */
export function readHeader(cells: readonly string[]): Header {
  const columns = cells.map((cell, index) => ({
    index,
    header: normalize(cell).trim(),
    key: headerKey(cell),
  }));
  if (columns.every(({ header }) => header === '')) throw refused.noHeader();
  return { columns, notices: [...duplicates(columns), ...unnamed(columns)] };
}

const numbering = /^(?:ข้อ|ข้อที่|q|no\.?)?\s*[0-9๐-๙]{1,3}(?:\.[0-9๐-๙]{1,2})?\s*[.):]\s*/iu;
const decoration = /[*>»:：?？"'“”‘’[\]{}<_\-–—.,;/\\|()（）\s]+/gu;

/**
 * What remains of a question's title without numbering (`1. `), marks of a required answer (`*`), arrows
 * (`>>`), brackets, punctuation and white space; Latin in lower case.
 */
export function headerKey(header: string): string {
  return normalize(header).trim().replace(numbering, '').replace(decoration, '').toLowerCase();
}

function duplicates(columns: HeaderColumn[]): HeaderNotice[] {
  const byKey = new Map<string, HeaderColumn[]>();
  for (const column of columns) {
    if (column.key) byKey.set(column.key, [...(byKey.get(column.key) ?? []), column]);
  }
  return [...byKey.values()]
    .filter((same) => same.length > 1)
    .map((same) => ({
      code: 'DUPLICATE_HEADER',
      columns: same.map(({ index }) => index),
      message: {
        th: `หัวตาราง “${same[0]!.header}” ซ้ำกัน ${same.length} คอลัมน์ (คอลัมน์ ${places(same)})`,
        en: `The header “${same[0]!.header}” stands over ${same.length} columns (${places(same)}).`,
      },
    }));
}

/** Columns without a name are left out of account; a form export may carry notes there. */
function unnamed(columns: HeaderColumn[]): HeaderNotice[] {
  const without = columns.filter(({ header }) => header === '');
  if (without.length === 0) return [];
  return [
    {
      code: 'UNNAMED_COLUMN',
      columns: without.map(({ index }) => index),
      message: {
        th: `คอลัมน์ ${places(without)} ไม่มีชื่อ จึงไม่ได้นำเข้า`,
        en: `Columns without a name are not read: ${places(without)}.`,
      },
    },
  ];
}

const places = (columns: HeaderColumn[]): string => columnLetters(columns.map(({ index }) => index));
