import type { Settings } from '../../config/settings.js';
import type { ScanLimits } from '../csv-scanner.js';

/** What a workbook may cost before it is refused. */
export interface WorkbookLimits {
  /** All parts together, unpacked, and all text given out; bytes. */
  unpackedBytes: number;
  /** Time the worker may need for one pass, without the time it waits for its reader; ms. */
  milliseconds: number;
  /** Heap of the worker, and texts kept beside it; bytes each. */
  memoryBytes: number;
}

export interface ReadingLimits extends ScanLimits {
  workbook: WorkbookLimits;
}

export const MEBIBYTE = 1_048_576;
/** Parts of the archive; Excel writes about ten and some for each sheet. */
export const MOST_PARTS = 1_000;
export const LONGEST_PART_NAME = 512;
/** Unpacked to packed. Answers of people pack about 10 to 1, empty formatted rows 25 to 1. */
export const MOST_RATIO = 50;
/** Below this size no ratio does harm. */
export const RATIO_FROM_BYTES = MEBIBYTE;

export const defaultWorkbookLimits: WorkbookLimits = {
  unpackedBytes: 1_024 * MEBIBYTE,
  milliseconds: 120_000,
  memoryBytes: 256 * MEBIBYTE,
};

type WorkbookSettings = Pick<Settings, 'XLSX_UNPACKED_MB' | 'XLSX_SECONDS' | 'XLSX_MEMORY_MB'>;

export const workbookLimits = (settings: WorkbookSettings): WorkbookLimits => ({
  unpackedBytes: settings.XLSX_UNPACKED_MB * MEBIBYTE,
  milliseconds: settings.XLSX_SECONDS * 1_000,
  memoryBytes: settings.XLSX_MEMORY_MB * MEBIBYTE,
});
