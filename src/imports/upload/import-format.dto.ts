import { ApiProperty } from '@nestjs/swagger';
import { IMPORT_FORMATS, type ImportFormat } from '../import-run.js';

/** How the file of an import is read. */
export class ImportFormatDto {
  /** null สำหรับคำตอบที่ฟอร์มส่งมา · csv ข้อความคั่นด้วยตัวคั่น · xlsx สมุดงาน Excel หรือ Google ชีต · text with delimiters, or a workbook; null for pushed answers */
  @ApiProperty({ enum: IMPORT_FORMATS, nullable: true }) format: ImportFormat | null;
  /** รหัสอักขระของ CSV (xlsx เป็น null) · encoding of CSV, null for xlsx */
  @ApiProperty({ type: 'string', nullable: true, example: 'utf-8' }) encoding: string | null;
  /** ตัวคั่นของ CSV (xlsx เป็น null) · delimiter of CSV, null for xlsx */
  @ApiProperty({ type: 'string', nullable: true, example: ',' }) delimiter: string | null;
  /** แผ่นงานที่อ่าน (CSV เป็น null) · the sheet that is read, null for CSV */
  @ApiProperty({ type: 'string', nullable: true, example: null }) sheet: string | null;
}
