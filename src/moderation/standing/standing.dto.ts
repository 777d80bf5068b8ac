import { ApiProperty } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { IsZonedTime } from '../../platform/http/zoned-time.js';
import { ruleCodes, type RuleCode } from '../../screening/rule-codes.js';
import { ladderSteps, type LadderStep } from '../policy/policy.js';
import { strikeStates, type StrikeState } from './standing-report.js';

const sanctionKinds = ['warning', 'final_warning', 'removal'] as const;
const endCauses = ['appeal', 'reinstatement'] as const;

export class StandingQuery {
  /**
   * ณ เวลานี้ (ไม่ระบุคือปัจจุบัน) · as of this moment; now if left out
   * @example 2026-11-22T03:04:05.678Z
   */
  @IsOptional()
  @IsZonedTime()
  at?: string;
}

/** What took a strike back or ended a sanction. */
export class EndDto {
  at: string;
  @ApiProperty({ enum: endCauses })
  cause: (typeof endCauses)[number];
  /** รหัสการอุทธรณ์หรือข้อเสนอรับกลับ · id of the appeal or of the proposal */
  causeId: string;
  endedBy: string;
}

export class StrikeDto {
  id: string;
  decisionId: string;
  subjectId: string;
  @ApiProperty({ enum: ruleCodes })
  ruleCode: RuleCode;
  @ApiProperty({ type: 'integer' })
  points: number;
  issuedAt: string;
  /** คะแนนมีผลก่อนเวลานี้ · counts until before this moment */
  expiresAt: string;
  /** active มีผล · expired หมดอายุ · reversed ถูกยกเลิก */
  @ApiProperty({ enum: strikeStates })
  state: StrikeState;
  reversal: EndDto | null;
}

export class SanctionDto {
  id: string;
  decisionId: string;
  subjectId: string;
  /** warning ตักเตือน · final_warning ตักเตือนครั้งสุดท้าย · removal เชิญออกจากกลุ่ม */
  @ApiProperty({ enum: sanctionKinds })
  kind: (typeof sanctionKinds)[number];
  startedAt: string;
  /** ยังมีผลอยู่ · whether it holds */
  holds: boolean;
  end: EndDto | null;
}

export class StandingDto {
  at: string;
  sellerId: string | null;
  /** ชื่อทั้งหมดที่เป็นคนเดียวกัน · every name that is the same person */
  subjectIds: string[];
  /** คะแนนที่มีผล · points that count */
  @ApiProperty({ type: 'integer' })
  activePoints: number;
  /** ขั้นปัจจุบัน · where these points stand */
  @ApiProperty({ enum: ladderSteps })
  step: LadderStep;
  /** หากฝ่าฝืนอีก 1 คะแนน · after one more violation of one point; null for who is removed */
  @ApiProperty({ enum: ladderSteps, nullable: true, type: String })
  nextStep: LadderStep | null;
  /** ถูกเชิญออกจากกลุ่มอยู่ · removed at that moment */
  removed: boolean;
  /** คะแนนจะหมดทั้งหมดเมื่อใด · when no strike counts any more, if none is added */
  clearAt: string | null;
  /** เกณฑ์ที่ใช้บอกขั้น · the policy the steps are of */
  @ApiProperty({ type: 'integer' })
  policyNumber: number;
  /** ใหม่สุดก่อน · the newest first */
  strikes: StrikeDto[];
  sanctions: SanctionDto[];
}
