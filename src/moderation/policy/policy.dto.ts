import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  IsString,
  Length,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { NullIsOmitted } from '../../platform/http/omittable.js';
import { ruleCodes, type RuleCode } from '../../screening/rule-codes.js';
import { ladderSteps, profiles, type LadderStep, type Profile } from './policy.js';

export class RulePointsDto {
  @ApiProperty({ enum: ruleCodes })
  @IsIn(ruleCodes)
  ruleCode: RuleCode;

  /**
   * คะแนนของการฝ่าฝืนหนึ่งครั้ง · points of a violation
   * @example 1
   */
  @ApiProperty({ type: 'integer' })
  @IsInt()
  @Min(0)
  @Max(100)
  points: number;

  /** คะแนนของครั้งแรก หากน้อยกว่า · of a first violation, where that is treated more mildly */
  @ApiProperty({ type: 'integer', nullable: true, required: false })
  @NullIsOmitted()
  @IsInt()
  @Min(0)
  @Max(100)
  firstTimePoints?: number | null;

  /**
   * จำนวนวันที่คะแนนมีผล · days the points count; 0 for rules without points
   * @example 90
   */
  @ApiProperty({ type: 'integer' })
  @IsInt()
  @Min(0)
  @Max(3650)
  days: number;
}

export class LadderDto {
  /** @example 1 */
  @ApiProperty({ type: 'integer' })
  @IsInt()
  @Min(1)
  @Max(1000)
  warning: number;

  /** @example 2 */
  @ApiProperty({ type: 'integer' })
  @IsInt()
  @Min(1)
  @Max(1000)
  finalWarning: number;

  /** @example 3 */
  @ApiProperty({ type: 'integer' })
  @IsInt()
  @Min(1)
  @Max(1000)
  removal: number;
}

/** What is left out stays as it is. */
export class PolicyChangeDto {
  /** graduated เตือนก่อนตามคะแนน · strict ฝ่าฝืนครั้งเดียวเสนอให้เชิญออก · warnings first, or removal for every violation */
  @ApiProperty({ enum: profiles, required: false })
  @NullIsOmitted()
  @IsIn(profiles)
  profile?: Profile;

  /** คะแนนของกติกาที่ต้องการเปลี่ยน · points of the rules to change */
  @ApiProperty({ type: [RulePointsDto], required: false })
  @NullIsOmitted()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(ruleCodes.length)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => RulePointsDto)
  rules?: RulePointsDto[];

  /** คะแนนสะสมที่เริ่มแต่ละมาตรการ · active points from which each step is taken */
  @ApiProperty({ type: LadderDto, required: false })
  @NullIsOmitted()
  @IsObject()
  @ValidateNested()
  @Type(() => LadderDto)
  ladder?: LadderDto;

  /**
   * เหตุผลที่เปลี่ยน · why
   * @example มติที่ประชุมผู้ดูแลกลุ่ม
   */
  @NullIsOmitted()
  @IsString()
  @Length(1, 400)
  note?: string | null;
}

export class PolicyDto {
  /** ฉบับที่ · from 1; the greatest is in force */
  @ApiProperty({ type: 'integer' })
  version: number;
  @ApiProperty({ enum: profiles })
  profile: Profile;
  rules: RulePointsDto[];
  ladder: LadderDto;
  @ApiProperty({ type: 'string', nullable: true })
  note: string | null;
  /** @example ระบบ */
  createdBy: string;
  createdAt: string;
}

export class PoliciesDto {
  items: PolicyDto[];
}

export class SimulatedStandingDto {
  /** คะแนนที่มีผลอยู่ · active points */
  @ApiProperty({ type: 'integer' })
  points: number;
  /** มาตรการหนักที่สุดที่เคยได้ · the heaviest step */
  @ApiProperty({ enum: ladderSteps })
  step: LadderStep;
}

export class SimulatedPersonDto {
  subjectId: string;
  sellerId: string | null;
  nickname: string;
  /** ตามที่เป็นจริง · as it is */
  before: SimulatedStandingDto;
  /** หากใช้เกณฑ์ที่เสนอมาตั้งแต่ต้น · had the proposed policy been in force all along */
  after: SimulatedStandingDto;
}

export class SimulationDto {
  /** คำวินิจฉัยที่นำมาคำนวณ · decisions replayed */
  @ApiProperty({ type: 'integer' })
  decisions: number;
  @ApiProperty({ type: 'integer' })
  people: number;
  /** จำนวนผู้ที่ผลจะต่างไป · people whose standing would differ */
  @ApiProperty({ type: 'integer' })
  changed: number;
  /** ไม่เกิน 1,000 คน · at most 1,000 of them */
  items: SimulatedPersonDto[];
}
