import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsOptional, IsString, Length, Matches } from 'class-validator';
import { MessageDto } from '../../platform/http/problem.dto.js';
import { ReadableLine, ReadableText } from '../../platform/http/readable.js';
import { formIdPattern, notAFormId } from '../form-id.js';
import { CellIssueDto } from '../rows/import-rows.dto.js';
import { OUTCOMES, type Outcome } from '../rows/outcome-counts.js';

/** Responses in one request at most: few enough that a person waiting behind them does not notice. */
export const MOST_RESPONSES = 100;

/** One question and its answer, in the order of the form. */
export class FormAnswerDto {
  /** ชื่อคำถามตามที่เขียนในแบบฟอร์ม (เว้นว่างได้หากไม่มีชื่อ) · title of the question, empty if it has none */
  @ApiProperty({ example: 'เบอร์โทรศัพท์มือถือ' })
  question: string;

  /** ข้อความ ตัวเลข หรือรายการ (ช่องทำเครื่องหมาย) · text, number, or a list for ticked boxes and grids; empty if unanswered */
  @ApiProperty({
    oneOf: [
      { type: 'string' },
      { type: 'number' },
      { type: 'array', items: {} },
      { type: 'null' as 'string' },
    ],
    example: '0812345678',
  })
  answer: unknown;
}

/** One answer of the form; what cannot be read is answered as an item, never as a refusal of all. */
export class FormResponseDto {
  /** รหัสคำตอบของ Google Form (FormResponse.getId) · the response id of the form */
  @ApiProperty({ example: '2_ABaOnudExample' })
  responseId: string;

  /** เวลาที่ส่ง (RFC 3339) · when it was submitted */
  @ApiProperty({ example: '2026-11-22T03:15:09Z', required: false, type: 'string', nullable: true })
  submittedAt?: string | null;

  /** อีเมลที่แบบฟอร์มเก็บให้เอง · the address the form collects by itself */
  @ApiProperty({ required: false, type: 'string', nullable: true, example: 'somchai@example.com' })
  email?: string | null;

  /** ทุกคำถามตามลำดับในแบบฟอร์ม รวมข้อที่ไม่ตอบ · every question in order, unanswered ones too */
  @ApiProperty({ type: [FormAnswerDto] })
  answers: FormAnswerDto[];
}

export class FormResponsesDto {
  /** รหัสแบบฟอร์ม (Form.getId) · Google's id of the form */
  @ApiProperty({ example: '1FAIpQLSexampleForm' })
  @Matches(formIdPattern, { context: notAFormId })
  formId: string;

  /** ชื่อแบบฟอร์ม ใช้แสดงในรายการนำเข้า · title of the form, shown in the list of imports */
  @ApiProperty({ required: false, example: 'ลงทะเบียนผู้ขาย ตลาดกลาง ชสอ.' })
  @IsOptional()
  @IsString()
  @Length(1, 255)
  formTitle?: string;

  /** คำตอบ 1 ถึง 100 รายการ · 1 to 100 responses */
  @ApiProperty({ type: [FormResponseDto] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_RESPONSES)
  responses: unknown[];
}

/** What became of one response. */
export class FormResponseItem {
  @ApiProperty({ type: 'string', nullable: true }) responseId: string | null;
  /** created ผู้ขายใหม่ · updated แก้ไขข้อมูล · unchanged ไม่มีอะไรใหม่ · duplicate ซ้ำกับแถวที่รออยู่ · needs_review รอเจ้าหน้าที่ · rejected ไม่ผ่าน · skipped เจ้าหน้าที่ให้ข้าม */
  @ApiProperty({ enum: OUTCOMES }) outcome: Outcome;
  /** เหตุผล · why it waits, or why nothing changed */
  @ApiProperty({ type: 'string', nullable: true }) reason: string | null;
  @ApiProperty({ type: MessageDto, nullable: true }) reasonText: MessageDto | null;
  issues: CellIssueDto[];
  /** ช่องที่แก้ไข · members that changed */
  changed: string[];
  @ApiProperty({ type: 'string', nullable: true }) sellerId: string | null;
  /** @example A1650ออมทรัพย์สอ.อยู่ดีกินดี */
  @ApiProperty({ type: 'string', nullable: true }) username: string | null;
  /** การนำเข้าที่คำตอบนี้อยู่ · the import it stands in; null when nothing was kept */
  @ApiProperty({ type: 'string', nullable: true }) importId: string | null;
  @ApiProperty({ type: 'integer', nullable: true }) row: number | null;
  @ApiProperty({ type: 'integer', nullable: true }) duplicateOf: number | null;
}

export class FormResponsesAnswer {
  /** หนึ่งรายการต่อหนึ่งคำตอบ ตามลำดับที่ส่ง · one per response, in order */
  items: FormResponseItem[];
}

export class ConsentBasisDto {
  /** ฉบับของข้อความยินยอม · version of the consent text */
  @ApiProperty({ example: '2569-1' })
  @IsString()
  @Length(1, 32)
  @ReadableLine()
  textVersion: string;

  /** ใครยืนยันและได้รับความยินยอมอย่างไร · who states it, and how consent was given */
  @ApiProperty({ example: 'ฝ่ายเทคโนโลยีสารสนเทศ: ข้อความยินยอมอยู่ในคำอธิบายหน้าแรกของแบบฟอร์ม' })
  @IsString()
  @Length(3, 400)
  @ReadableText()
  statedBy: string;
}

export class FormConsentDto extends ConsentBasisDto {
  formId: string;
  declaredBy: string;
  declaredAt: string;
}
