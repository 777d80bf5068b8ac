import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';
import { ReadableLine, ReadableText } from '../../platform/http/readable.js';
import { formIdPattern, notAFormId } from '../form-id.js';

/**
 * Fields beside the file. Their examples are empty: Swagger UI would send an invented text, and so state a
 * consent that nobody gave.
 */
export class UploadFields {
  /** ปล่อยว่างได้ · ฉบับข้อความยินยอม เฉพาะแบบฟอร์มที่ไม่มีคำถามความยินยอม · version of the consent text, where the form did not ask */
  @ApiProperty({ example: '' })
  @IsOptional()
  @IsString()
  @Length(1, 32)
  @ReadableLine()
  consentTextVersion?: string;

  /** ปล่อยว่างได้ · ผู้ยืนยันว่าได้รับความยินยอมแล้วและอย่างไร · who states that consent was given, and how */
  @ApiProperty({ example: '' })
  @IsOptional()
  @IsString()
  @Length(3, 400)
  @ReadableText()
  consentStatedBy?: string;

  /** ปล่อยว่างได้ · คอลัมน์ใดถามอะไร เป็น JSON เช่น [{"header":"นามของท่าน","field":"fullName"}] ใช้เมื่อระบบอ่านหัวตารางไม่ออก · which column asks for what, as JSON; index (from 0) in place of header; field null leaves a column out */
  @ApiProperty({ example: '' })
  @IsOptional()
  @IsString()
  @MaxLength(60_000)
  mapping?: string;

  /** ปล่อยว่างได้ · รหัสแบบฟอร์ม (A-Z a-z 0-9 _ - ไม่เกิน 64 ตัว เช่น seller-form-2569) เพื่อจำคอลัมน์แม้คำถามเปลี่ยนถ้อยคำ · id of the form, so that it is known again when its questions are reworded */
  @ApiProperty({ example: '' })
  @IsOptional()
  @IsString()
  @Matches(formIdPattern, { context: notAFormId })
  formId?: string;

  /** true นำเข้าทันที · false วางแผนก่อนแล้วรอยืนยัน · true imports at once; false makes a plan and waits for confirmation */
  @ApiProperty({ enum: ['false', 'true'], default: 'false', example: 'false', required: false })
  @IsOptional()
  @IsIn(['false', 'true'])
  autoConfirm?: string;
}

class UploadedFile {
  /** ไฟล์คำตอบแบบฟอร์ม (CSV หรือ XLSX) · the form export as CSV or XLSX */
  @ApiProperty({ type: 'string', format: 'binary' })
  file: unknown;
}

/** The whole form, as the documents show it: the file first, the rest is seldom needed. */
export class UploadForm extends IntersectionType(UploadedFile, UploadFields) {}
