import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsObject,
  IsString,
  Length,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { NullIsOmitted } from '../platform/http/omittable.js';
import { strengths, termRules, type Strength, type TermRule } from './lexicon.js';
import { ruleCodes, type RuleCode } from './rule-codes.js';
import { longestText, mostTexts } from './screening.dto.js';
import { verdicts, type Verdict } from './weighing.js';

const mostEntries = 500;
const Listed = () => ArrayMaxSize(mostEntries);

export class LexiconTermDto {
  /**
   * คำหรือวลี · word or phrase
   * @example ยุบสภา
   */
  @IsString()
  @MaxLength(200)
  text: string;
  /** กติกาที่เกี่ยวข้อง · rule it points to */
  @ApiProperty({ enum: termRules, example: 'politics' })
  @IsIn(termRules)
  ruleCode: TermRule;
  /** strong: คำเดียวก็ควรดู, weak: ต้องมีหลายคำหรือไม่มีการขาย · enough alone; only together or where nothing is sold */
  @ApiProperty({ enum: strengths, example: 'strong' })
  @IsIn(strengths)
  strength: Strength;
}

export class SellingSignalDto {
  /** @example พร้อมส่ง */
  @IsString()
  @MaxLength(200)
  text: string;
  @ApiProperty({ enum: strengths, example: 'strong' })
  @IsIn(strengths)
  strength: Strength;
}

export class LexiconVersionDto {
  /** รุ่น เริ่มจาก 1 · counts from 1 */
  @ApiProperty({ type: 'integer' })
  version: number;
  /** จำนวนคำที่เพิ่มและลบในรุ่นนี้ · entries that came and went with it */
  @ApiProperty({ type: 'integer' })
  added: number;
  @ApiProperty({ type: 'integer' })
  removed: number;
  /** เหตุผลของผู้แก้ไข · why */
  @ApiProperty({ type: 'string', nullable: true })
  note: string | null;
  changedBy: string;
  changedAt: string;
}

export class LexiconDto extends LexiconVersionDto {
  terms: LexiconTermDto[];
  /** คำที่มีคำต้องห้ามอยู่ข้างในแต่ไม่เกี่ยวข้อง เช่น รสชาติ · words in which a term means nothing */
  exceptions: string[];
  /** คำที่แสดงว่าเป็นการซื้อขาย · words that speak for buying and selling */
  sellingSignals: SellingSignalDto[];
}

export class AddedEntriesDto {
  @NullIsOmitted()
  @IsArray()
  @Listed()
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => LexiconTermDto)
  terms?: LexiconTermDto[];

  @NullIsOmitted()
  @IsString({ each: true })
  @MaxLength(200, { each: true })
  @IsArray()
  @Listed()
  exceptions?: string[];

  @NullIsOmitted()
  @IsArray()
  @Listed()
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => SellingSignalDto)
  sellingSignals?: SellingSignalDto[];
}

export class RemovedEntriesDto {
  @NullIsOmitted()
  @IsString({ each: true })
  @MaxLength(200, { each: true })
  @IsArray()
  @Listed()
  terms?: string[];

  @NullIsOmitted()
  @IsString({ each: true })
  @MaxLength(200, { each: true })
  @IsArray()
  @Listed()
  exceptions?: string[];

  @NullIsOmitted()
  @IsString({ each: true })
  @MaxLength(200, { each: true })
  @IsArray()
  @Listed()
  sellingSignals?: string[];
}

class ProposedChange {
  /** คำที่เพิ่ม · what comes in */
  @NullIsOmitted()
  @IsObject()
  @ValidateNested()
  @Type(() => AddedEntriesDto)
  add?: AddedEntriesDto;

  /** คำที่ลบ ระบุด้วยตัวคำ · what goes, by its text */
  @NullIsOmitted()
  @IsObject()
  @ValidateNested()
  @Type(() => RemovedEntriesDto)
  remove?: RemovedEntriesDto;
}

export class ChangeLexiconDto extends ProposedChange {
  /** เหตุผล · why */
  @NullIsOmitted()
  @IsString()
  @Length(1, 500)
  note?: string;
}

export class PreviewLexiconDto extends ProposedChange {
  /** ข้อความที่จะลอง ไม่ระบุคือข้อความตัวอย่างของระบบ · texts to try it on; the sample posts if left out */
  @NullIsOmitted()
  @IsString({ each: true })
  @MaxLength(longestText, { each: true })
  @IsArray()
  @ArrayMaxSize(mostTexts)
  texts?: string[];
}

export class JudgementDto {
  @ApiProperty({ enum: verdicts })
  verdict: Verdict;
  @ApiProperty({ enum: ruleCodes, isArray: true })
  ruleCodes: RuleCode[];
}

export class ChangedJudgementDto {
  text: string;
  before: JudgementDto;
  after: JudgementDto;
}

export class LexiconPreviewDto {
  /** รุ่นที่เทียบ · version it is compared with */
  @ApiProperty({ type: 'integer' })
  comparedWith: number;
  @ApiProperty({ type: 'integer' })
  added: number;
  @ApiProperty({ type: 'integer' })
  removed: number;
  /** จำนวนข้อความที่ลอง · texts it was tried on */
  @ApiProperty({ type: 'integer' })
  tried: number;
  /** ข้อความที่ผลจะเปลี่ยน · texts that would be judged otherwise */
  changed: ChangedJudgementDto[];
}
