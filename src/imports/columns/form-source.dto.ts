import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Max,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { formFieldList } from './form-field-texts.js';
import { FORM_FIELDS, type FormField } from './form-fields.js';

export class FormColumnDto {
  /** ลำดับคอลัมน์ในไฟล์ล่าสุด เริ่มจาก 0 · place in the newest file, from 0 */
  @ApiProperty({ type: 'integer' }) index: number;
  /**
   * ตัวอักษรของคอลัมน์ในโปรแกรมตาราง · letter in a spreadsheet
   * @example B
   */
  letter: string;
  /** @example เบอร์โทรศัพท์ */
  header: string;
  /** ข้อมูลที่คอลัมน์นี้ถาม null คือไม่ใช้ · what it asks for; null if it is not read */
  @ApiProperty({ enum: FORM_FIELDS, nullable: true, description: formFieldList }) field: FormField | null;
  /** true เมื่อเจ้าหน้าที่เป็นผู้ระบุ false เมื่อระบบเสนอเอง · whether a person said so */
  confirmed: boolean;
}

export class FormSourceDto {
  id: string;
  /** ชื่อที่ตั้งให้แบบฟอร์ม · what people call it */
  label: string;
  /** รหัสแบบฟอร์ม หากเคยระบุ · the form's id, if an upload named it */
  @ApiProperty({ type: 'string', nullable: true }) formId: string | null;
  columns: FormColumnDto[];
  /** ผู้ระบุคอลัมน์ครั้งล่าสุด · who last said what a column is */
  @ApiProperty({ type: 'string', nullable: true }) confirmedBy: string | null;
  @ApiProperty({ type: 'string', nullable: true }) confirmedAt: string | null;
  @ApiProperty({ type: 'string', nullable: true }) lastImportId: string | null;
  lastSeenAt: string;
  createdAt: string;
  updatedAt: string;
  @ApiProperty({ type: 'integer' }) version: number;
}

/** Names its column by header or by place. */
export class ColumnChoiceDto {
  /**
   * หัวคอลัมน์ หรือใช้ index แทน · the header, or else the index
   * @example นามของท่าน
   */
  @IsOptional()
  @IsString()
  @Length(1, 1000)
  header?: string;

  /** ลำดับคอลัมน์ เริ่มจาก 0 · place from 0 */
  @ApiProperty({ type: 'integer', required: false })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(200)
  index?: number;

  /**
   * ข้อมูลที่คอลัมน์นี้ถาม null คือไม่ใช้คอลัมน์นี้ · what it asks for; null leaves it out
   * @example fullName
   */
  @ApiProperty({ enum: FORM_FIELDS, nullable: true, description: formFieldList })
  @ValidateIf((_dto: object, value: unknown) => value !== null)
  @IsIn(FORM_FIELDS)
  field: FormField | null;
}

export class PatchFormSourceDto {
  /**
   * ชื่อใหม่ · a new name
   * @example แบบฟอร์มลงทะเบียน 2569
   */
  @ValidateIf((_dto: object, value: unknown) => value !== undefined)
  @IsString()
  @Length(1, 255)
  label?: string;

  /** คอลัมน์ที่ต้องการแก้ ที่ไม่ได้ระบุคงเดิม · columns to correct; the others stay */
  @ApiProperty({ type: [ColumnChoiceDto], required: false })
  @ValidateIf((_dto: object, value: unknown) => value !== undefined)
  @IsArray()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => ColumnChoiceDto)
  columns?: ColumnChoiceDto[];
}
