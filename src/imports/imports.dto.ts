import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, IsString, Length, Matches, Max, Min } from 'class-validator';
import { PageQuery } from '../platform/http/page.dto.js';
import { MessageDto } from '../platform/http/problem.dto.js';
import { IMPORT_STATUSES, type ImportStatus } from './import-run.js';
import { OUTCOMES, type Outcome } from './outcome-counts.js';

/**
 * Fields beside the file. Their examples are empty: Swagger UI would send an invented text, and so state a
 * consent that nobody gave.
 */
export class UploadFields {
  /** ฉบับข้อความยินยอม เฉพาะแบบฟอร์มที่ไม่มีคำถามความยินยอม · version of the consent text, where the form did not ask */
  @ApiProperty({ example: '' })
  @IsOptional()
  @IsString()
  @Length(1, 32)
  consentTextVersion?: string;

  /** ผู้ยืนยันว่าได้รับความยินยอมแล้วและอย่างไร · who states that consent was given, and how */
  @ApiProperty({ example: '' })
  @IsOptional()
  @IsString()
  @Length(3, 400)
  consentStatedBy?: string;
}

/** The whole form, as the documents show it. */
export class UploadForm extends UploadFields {
  /** ไฟล์คำตอบแบบฟอร์ม (CSV) · the form export as CSV */
  @ApiProperty({ type: 'string', format: 'binary' })
  file: unknown;
}

export class ImportsQuery extends PageQuery {
  @ApiProperty({ enum: IMPORT_STATUSES, required: false })
  @IsOptional()
  @IsIn(IMPORT_STATUSES)
  status?: ImportStatus;
}

export class ImportRowsQuery extends PageQuery {
  /** ผลของแถว · only rows with this outcome */
  @ApiProperty({ enum: OUTCOMES, required: false })
  @IsOptional()
  @IsIn(OUTCOMES)
  outcome?: Outcome;
}

export class ImportCountsDto {
  /** จำนวนแถวในไฟล์ · rows in the file */
  @ApiProperty({ type: 'integer' }) total: number;
  /** ผู้ขายใหม่ · new sellers */
  @ApiProperty({ type: 'integer' }) created: number;
  /** แก้ไขข้อมูลเดิม · sellers changed */
  @ApiProperty({ type: 'integer' }) updated: number;
  /** เคยนำเข้าแล้ว ไม่มีอะไรเปลี่ยน · known already */
  @ApiProperty({ type: 'integer' }) unchanged: number;
  /** ซ้ำกับแถวก่อนหน้าในไฟล์เดียวกัน · repeated in the same file */
  @ApiProperty({ type: 'integer' }) duplicate: number;
  /** ต้องให้เจ้าหน้าที่เลือก · a person has to choose */
  @ApiProperty({ type: 'integer' }) needsReview: number;
  /** ข้อมูลผิด นำเข้าไม่ได้ · wrong, not taken in */
  @ApiProperty({ type: 'integer' }) rejected: number;
  /** เจ้าหน้าที่ให้ข้าม · left out by a person */
  @ApiProperty({ type: 'integer' }) skipped: number;
  /** แถวที่มีผลแล้ว · rows with an outcome */
  @ApiProperty({ type: 'integer' }) processed: number;
  /** แถวที่ยังรอ · rows without one yet */
  @ApiProperty({ type: 'integer' }) waiting: number;
}

export class ImportColumnDto {
  /** @example เบอร์โทรศัพท์ */
  header: string;
  /** @example phone */
  @ApiProperty({ type: 'string', nullable: true }) field: string | null;
  /** 0 ถึง 1 · 0 to 1 */
  confidence: number;
  /** @example exact */
  why: string;
}

export class ImportNoticeDto {
  code: string;
  message: MessageDto;
}

export class ImportFailureDto {
  code: string;
  message: MessageDto;
}

export class ImportDto {
  id: string;
  /** queued รอคิว · running กำลังทำ · completed เสร็จแล้ว */
  @ApiProperty({ enum: IMPORT_STATUSES }) status: ImportStatus;
  fileName: string;
  @ApiProperty({ type: 'integer' }) fileSize: number;
  /** @example utf-8 */
  encoding: string;
  delimiter: string;
  counts: ImportCountsDto;
  /** คอลัมน์ใดตอบคำถามใด · which column answers which question */
  columns: ImportColumnDto[];
  /** ข้อควรตรวจเกี่ยวกับหัวตาราง · what is worth a look about the header */
  notices: ImportNoticeDto[];
  failure: ImportFailureDto | null;
  createdBy: string;
  createdAt: string;
  startedAt: string | null;
  finishedAt: string | null;
  @ApiProperty({ type: 'integer' }) version: number;
}

export class CellIssueDto {
  /** หัวคอลัมน์ · header of the column */
  column: string;
  /** @example PHONE_UNREADABLE */
  code: string;
  @ApiProperty({ enum: ['error', 'warning'] }) severity: string;
  message: MessageDto;
  /** ค่าที่ได้รับ (ปิดบังหากไม่มีสิทธิ์) · the cell, hidden without the personal scope */
  @ApiProperty({ type: 'string', nullable: true }) got: string | null;
  expected?: string;
  suggestion?: string;
}

export class CandidateDto {
  /** ลำดับที่ ใช้ตอบใน resolution · number to answer with */
  @ApiProperty({ type: 'integer' }) number: number;
  @ApiProperty({ enum: ['cooperative', 'name', 'seller'] }) type: string;
  /** คำอธิบายให้คนอ่าน · for people */
  label: string;
  cooperativeId?: string;
  sellerId?: string;
  /** เหตุที่เสนอ · why it is proposed */
  reason?: string;
  /** จำนวนตัวอักษรที่ต่าง · letters that differ */
  @ApiProperty({ type: 'integer', required: false }) edits?: number;
}

export class ImportRowDto {
  /** แถวข้อมูลที่ (เริ่มจาก 1) · data row from 1 */
  @ApiProperty({ type: 'integer' }) row: number;
  @ApiProperty({ enum: OUTCOMES }) outcome: Outcome;
  sellerId: string | null;
  /** @example A1650ออมทรัพย์สอ.อยู่ดีกินดี */
  username: string | null;
  /** เหตุที่ต้องตรวจ · why it waits, or why nothing changed */
  reason: string | null;
  reasonText: MessageDto | null;
  issues: CellIssueDto[];
  /** ตัวเลือก · what it may be */
  candidates: CandidateDto[];
  /** ช่องที่แก้ไข · members that changed */
  changed: string[];
  /** แถวแรกที่ซ้ำ · the row that came first */
  @ApiProperty({ type: 'integer', nullable: true }) duplicateOf: number | null;
  /** คำตอบเดิม (ต้องมีสิทธิ์ดูข้อมูลส่วนบุคคล) · the answers as sent, with the personal scope */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' }, nullable: true })
  cells: Record<string, string> | null;
}

export const RESOLUTIONS = ['choose', 'merge', 'create', 'skip'] as const;

export class ResolutionDto {
  /** choose เลือกจากตัวเลือก · merge เป็นผู้ขายรายเดิม · create เป็นคนใหม่ · skip ข้ามแถวนี้ */
  @ApiProperty({ enum: RESOLUTIONS })
  @IsIn(RESOLUTIONS)
  action: (typeof RESOLUTIONS)[number];

  /** ลำดับของตัวเลือกใน candidates (สำหรับ choose และ merge) · number of a candidate */
  @ApiProperty({ type: 'integer', required: false })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(50)
  candidate?: number;

  /** หรือระบุสหกรณ์เอง · or a cooperative of one's own choice */
  @IsOptional()
  @Matches(/^[0-9A-HJKMNP-TV-Z]{26}$/)
  cooperativeId?: string;

  /** หรือระบุผู้ขายเอง · or a seller */
  @IsOptional()
  @Matches(/^[0-9A-HJKMNP-TV-Z]{26}$/)
  sellerId?: string;
}
