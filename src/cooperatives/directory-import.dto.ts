import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { AffectedSellersDto, FactIssueDto } from './cooperative.dto.js';
import { FACTS, type FactName } from './cooperative.js';
import { ROW_OUTCOMES, type RowOutcome } from './directory-plan.js';
import { MARKER_MODES, type MarkerMode } from './directory-row.js';

export class DirectoryImportOptionsDto {
  /**
   * ชื่อย่อในไฟล์มี “สอ.” นำหน้าหรือไม่ auto = ดูจากแถวส่วนใหญ่ · whether short names in the file carry the marker
   * สอ.; auto: they do if most begin with it
   */
  @ApiProperty({ enum: MARKER_MODES, default: 'auto', required: false })
  @IsOptional()
  @IsIn(MARKER_MODES)
  shortNameHasMarker?: MarkerMode;
}

export class DirectoryImportForm extends DirectoryImportOptionsDto {
  /** ไฟล์ XLSX หรือ CSV (UTF-8, UTF-16 หรือ Windows-874 คั่นด้วย , ; หรือแท็บ) · the member list as XLSX or CSV */
  @ApiProperty({ type: 'string', format: 'binary' })
  file: unknown;
}

export class DirectoryColumnDto {
  @ApiProperty({ enum: FACTS })
  field: FactName;
  /** หัวตารางตามที่อยู่ในไฟล์ · header as the file has it */
  header: string;
  /** คอลัมน์ที่ นับจาก 1 · place in the file, from 1 */
  @ApiProperty({ type: 'integer' })
  column: number;
}

export class DirectoryCountsDto {
  @ApiProperty({ type: 'integer' })
  total: number;
  @ApiProperty({ type: 'integer' })
  created: number;
  @ApiProperty({ type: 'integer' })
  updated: number;
  @ApiProperty({ type: 'integer' })
  unchanged: number;
  @ApiProperty({ type: 'integer' })
  rejected: number;
}

export class DirectoryRowIssueDto extends FactIssueDto {
  /** หัวตารางของช่อง · header of the cell; null for what the file has no column for */
  header: string | null;
  /** ข้อความในช่อง · what the cell says */
  got: string;
}

export class DirectoryRowDto {
  /** แถวข้อมูลที่ นับจาก 1 ไม่รวมหัวตาราง · counts data rows from 1 */
  @ApiProperty({ type: 'integer' })
  row: number;
  @ApiProperty({ enum: ROW_OUTCOMES })
  outcome: RowOutcome;
  /** null เมื่อแถวถูกปฏิเสธ · null for a rejected row of no known cooperative */
  cooperativeId: string | null;
  registrationNumber: string;
  fullName: string;
  /** ช่องที่เปลี่ยน · facts an updated row changed */
  @ApiProperty({ enum: FACTS, isArray: true })
  changed: FactName[];
  issues: DirectoryRowIssueDto[];
}

export class DirectoryImportDto {
  counts: DirectoryCountsDto;
  /** คอลัมน์ที่อ่าน · columns that were read */
  columns: DirectoryColumnDto[];
  /** ชื่อย่อในไฟล์มี “สอ.” นำหน้า · the file's short names carry the marker */
  shortNameHasMarker: boolean;
  /** ผลของทุกแถวตามลำดับ · one outcome per row, in order */
  rows: DirectoryRowDto[];
  affectedSellers: AffectedSellersDto;
}
