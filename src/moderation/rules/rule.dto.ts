import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsObject,
  IsString,
  Length,
  Matches,
  ValidateNested,
} from 'class-validator';
import { NullIsOmitted } from '../../platform/http/omittable.js';
import { ruleCodes, type RuleCode } from '../../screening/rule-codes.js';
import { severities, type Severity } from './severity.js';

const readable = /[\p{L}\p{N}]/u;

/** A sentence in both languages. */
export class RuleTextDto {
  /** @example ไม่ส่งสติกเกอร์หรือคำทักทายรายวัน */
  @IsString()
  @Length(1, 1000)
  @Matches(readable)
  th: string;

  /** @example No daily stickers or greetings */
  @IsString()
  @Length(1, 1000)
  @Matches(readable)
  en: string;
}

/** How a rule reads. */
export class RuleWordingDto {
  /** ระดับความร้ายแรง S0 เบาสุด S3 ร้ายแรงสุด · how grave a violation is */
  @ApiProperty({ enum: severities })
  @IsIn(severities)
  severity: Severity;

  /** ระดับของครั้งแรก หากเบากว่า · of a first violation, where that is less grave */
  @ApiProperty({ enum: severities, nullable: true, required: false })
  @NullIsOmitted()
  @IsIn(severities)
  firstTimeSeverity?: Severity | null;

  /** ชื่อกติกา · title */
  @IsObject()
  @ValidateNested()
  @Type(() => RuleTextDto)
  title: RuleTextDto;

  /** คำอธิบาย · the rule itself */
  @IsObject()
  @ValidateNested()
  @Type(() => RuleTextDto)
  text: RuleTextDto;

  /** ตัวอย่างที่โพสต์ได้ · posts that keep the rule */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(10)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => RuleTextDto)
  good: RuleTextDto[];

  /** ตัวอย่างที่ไม่ควรโพสต์ · posts that break it */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(10)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => RuleTextDto)
  bad: RuleTextDto[];
}

/** One version of a rule. */
export class RuleDto extends RuleWordingDto {
  @ApiProperty({ enum: ruleCodes })
  code: RuleCode;
  /** รหัสของฉบับนี้ คำวินิจฉัยอ้างถึง · id of this version; decisions name it */
  versionId: string;
  /** ฉบับที่ · from 1; the greatest is in force */
  @ApiProperty({ type: 'integer' })
  version: number;
  /** @example ระบบ */
  createdBy: string;
  createdAt: string;
}

export class RulesDto {
  items: RuleDto[];
}
