import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsString, MaxLength } from 'class-validator';
import { ruleCodes, type RuleCode } from './rule-codes.js';
import { verdicts, type Verdict } from './weighing.js';

export const mostTexts = 1_000;
export const longestText = 10_000;

export class ScreenTextsDto {
  /**
   * ข้อความที่จะตรวจ ไม่เกิน 1,000 ข้อความ ข้อความละไม่เกิน 10,000 ตัวอักษร · texts, at most 1,000 of at most 10,000
   * UTF-16 units
   * @example ["มะม่วงน้ำดอกไม้ 3 กก. 100 บาท พร้อมส่ง", "สวัสดีวันจันทร์ค่ะ ขอให้มีความสุขทุกท่าน"]
   */
  @IsString({ each: true })
  @MaxLength(longestText, { each: true })
  @ArrayMinSize(1)
  @ArrayMaxSize(mostTexts)
  texts: string[];
}

/** A part of the text as it was sent; `end` is behind the last UTF-16 unit. */
export class SpanDto {
  text: string;
  @ApiProperty({ type: 'integer' })
  start: number;
  @ApiProperty({ type: 'integer' })
  end: number;
}

export class SuggestionDto {
  /** กติกาที่อาจผิด · rule it may break */
  @ApiProperty({ enum: ruleCodes })
  ruleCode: RuleCode;
  /**
   * น้ำหนัก 0 ถึง 1 · weight, 0 to 1
   * @example 0.6
   */
  score: number;
  /** คำที่ทำให้สงสัย ว่างเมื่อสงสัยเพราะไม่พบการซื้อขาย · words that led to it; none where nothing is sold */
  matches: SpanDto[];
}

export class ScreeningResultDto {
  /**
   * allowed: ไม่พบข้อสงสัย, review: ควรให้คนดู, violation: น่าจะผิด (ผู้ดูแลเป็นผู้ตัดสินเสมอ) · nothing found; worth a
   * look; looks broken. People decide in any case.
   */
  @ApiProperty({ enum: verdicts })
  verdict: Verdict;
  /** น่าจะใช่ที่สุดก่อน · likeliest first */
  suggestions: SuggestionDto[];
  /** สิ่งที่แสดงว่าเป็นการซื้อขาย · what speaks for buying and selling */
  sellingSignals: SpanDto[];
  /** รุ่นของคลังคำที่ใช้ · version of the lexicon it was judged by */
  @ApiProperty({ type: 'integer' })
  lexiconVersion: number;
}

export class ScreeningResultsDto {
  /** ตามลำดับที่ส่งมา · in the order sent */
  results: ScreeningResultDto[];
}
