import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { PageQuery } from '../platform/http/page.dto.js';
import { MessageDto } from '../platform/http/problem.dto.js';
import { formFieldList } from './columns/form-field-texts.js';
import { FORM_FIELDS, type FormField } from './columns/form-fields.js';
import { ConfirmationStateDto } from './plan/import-plan.dto.js';
import { ReadyActionDto } from './ready-action.dto.js';
import { MAPPING_REASONS, mappingReasonList } from './columns/mapping-reasons.js';
import { ImportCourseDto } from './progress/import-progress.dto.js';
import { outcomeList, statusList } from './import-texts.js';
import { IMPORT_KINDS, IMPORT_STATUSES, type ImportKind, type ImportStatus } from './import-run.js';
import { OUTCOMES, type Outcome } from './rows/outcome-counts.js';

export class ImportsQuery extends PageQuery {
  @ApiProperty({
    enum: IMPORT_STATUSES,
    required: false,
    description: `เฉพาะสถานะนี้ ไม่เลือกคือทั้งหมด · only those in this status${statusList}`,
  })
  @IsOptional()
  @IsIn(IMPORT_STATUSES)
  status?: ImportStatus;

  /** file ไฟล์ที่อัปโหลด · push คำตอบที่แบบฟอร์มส่งมา */
  @ApiProperty({ enum: IMPORT_KINDS, required: false })
  @IsOptional()
  @IsIn(IMPORT_KINDS)
  kind?: ImportKind;
}

export class ImportRowsQuery extends PageQuery {
  @ApiProperty({
    enum: OUTCOMES,
    required: false,
    description: `เฉพาะแถวที่มีผลนี้ ไม่เลือกคือทุกแถว · only rows with this outcome${outcomeList}`,
  })
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
  /** ลำดับคอลัมน์ เริ่มจาก 0 ใช้ใน mapping · place from 0, for a mapping */
  @ApiProperty({ type: 'integer' }) index: number;
  /**
   * ตัวอักษรของคอลัมน์ในโปรแกรมตาราง · letter in a spreadsheet
   * @example C
   */
  letter: string;
  /** @example เบอร์โทรศัพท์ */
  header: string;
  /** ข้อมูลที่คอลัมน์นี้ถาม null คือไม่ได้อ่าน · what it asks for; null if it is not read */
  @ApiProperty({ enum: FORM_FIELDS, nullable: true, description: formFieldList, example: 'phone' })
  field: FormField | null;
  /** ความมั่นใจ 0 ถึง 1 · 0 to 1 */
  confidence: number;
  /** เหตุที่เข้าใจเช่นนั้น · why it is understood so */
  @ApiProperty({ enum: MAPPING_REASONS, description: mappingReasonList, example: 'exact' }) why: string;
  /** เหตุนั้นเป็นประโยค · the reason as a sentence */
  whyText: MessageDto;
}

export class FormFieldDto {
  /** ชื่อที่ใช้ใน mapping · name to use in a mapping */
  @ApiProperty({ enum: FORM_FIELDS }) field: FormField;
  text: MessageDto;
}

export class WordingCandidateDto {
  @ApiProperty({ type: 'integer' }) index: number;
  /** @example D */
  letter: string;
  header: string;
  /** ส่วนที่เหมือนกัน 0 ถึง 1 · share of letters that stayed, 0 to 1 */
  similarity: number;
}

export class ImportNoticeDto {
  /** @example DUPLICATE_HEADER */
  code: string;
  message: MessageDto;
  /** คอลัมน์ที่เกี่ยวข้อง · letters of the columns concerned */
  columns: string[];
  /** ข้อมูลที่คำถามเดิมถาม · what the old question asked for */
  @ApiProperty({ enum: FORM_FIELDS, required: false }) field?: FormField;
  /** ถ้อยคำเดิม · the old wording */
  was?: string;
  /** คำถามใหม่ที่อาจใช่ · new questions it may be */
  @ApiProperty({ type: [WordingCandidateDto], required: false }) candidates?: WordingCandidateDto[];
}

export class ImportFailureDto {
  code: string;
  message: MessageDto;
}

export class ImportDto extends ImportCourseDto {
  id: string;
  /** file ไฟล์ที่อัปโหลด · push คำตอบที่แบบฟอร์มส่งมาในวันนั้น */
  @ApiProperty({ enum: IMPORT_KINDS }) kind: ImportKind;
  /** รหัสแบบฟอร์มที่ส่งมา หรือที่ระบุเมื่ออัปโหลด · id of the form that pushes, or as given with the upload */
  @ApiProperty({ type: 'string', nullable: true }) formId: string | null;
  @ApiProperty({ enum: IMPORT_STATUSES, description: `สถานะ · status${statusList}` }) status: ImportStatus;
  fileName: string;
  @ApiProperty({ type: 'integer' }) fileSize: number;
  /** ในช่วง planning และ planned คือจำนวนที่จะเกิดขึ้น · while planning and planned: what would happen */
  counts: ImportCountsDto;
  /** สิ่งที่ทำต่อไปได้ พร้อม path และ body ให้คัดลอก · what to do next, with path and body to copy */
  allowedActions: ReadyActionDto[];
  /** ใช้ยืนยันแผน · names the plan to confirm; null without one */
  @ApiProperty({ type: 'string', nullable: true }) planHash: string | null;
  plannedAt: string | null;
  confirmation: ConfirmationStateDto | null;
  /** แถวที่ผลต่างจากแผน · rows that came otherwise than planned; null for runs without a plan */
  @ApiProperty({ type: 'integer', nullable: true }) changedSincePlan: number | null;
  /** คอลัมน์ใดตอบคำถามใด · which column answers which question */
  columns: ImportColumnDto[];
  /** ข้อควรตรวจเกี่ยวกับหัวตาราง · what is worth a look about the header */
  notices: ImportNoticeDto[];
  failure: ImportFailureDto | null;
  @ApiProperty({ type: 'integer' }) version: number;
}

export class ImportDetailDto extends ImportDto {
  /** ข้อมูลทั้งหมดที่เลือกได้ใน mapping · the fields a mapping may name */
  fields: FormFieldDto[];
}
