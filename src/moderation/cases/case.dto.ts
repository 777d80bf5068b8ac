import { ApiProperty } from '@nestjs/swagger';
import { IsDateString, IsIn, IsOptional, IsString, Length, Matches } from 'class-validator';
import { PageQuery } from '../../platform/http/page.dto.js';
import { messageTypes, type MessageType } from '../../screening/message-type.js';
import { ruleCodes, type RuleCode } from '../../screening/rule-codes.js';
import { AllowedActionDto } from '../../sellers/seller.dto.js';
import { severities, type Severity } from '../rules/severity.js';
import { SubjectDto, SubjectRefDto } from '../subjects/subject.dto.js';
import { TextDto } from '../texts/text.dto.js';
import { caseStatuses, type CaseStatus } from './case-course.js';

const ulid = /^[0-9A-HJKMNP-TV-Z]{26}$/;

/** A case in a list. */
export class CaseSummaryDto {
  id: string;
  @ApiProperty({ enum: caseStatuses })
  status: CaseStatus;
  subject: SubjectRefDto;
  @ApiProperty({ enum: messageTypes })
  messageType: MessageType;
  /** ข้อความของรายงานแรก · the words of its first report; null for messages without words */
  @ApiProperty({ type: TextDto, nullable: true })
  text: TextDto | null;
  /** กติกาที่ระบบแนะนำ ไม่ใช่คำวินิจฉัย · what screening suggests, never a finding */
  @ApiProperty({ enum: ruleCodes, nullable: true })
  suggestedRule: RuleCode | null;
  @ApiProperty({ enum: severities, nullable: true })
  severity: Severity | null;
  /** จำนวนรายงาน · reports of this message */
  @ApiProperty({ type: 'integer' })
  reportCount: number;
  firstReportedAt: string;
  lastReportedAt: string;
  /** เวลาที่โพสต์ล่าสุดเท่าที่ทราบ · when the latest was posted, if anybody knows */
  @ApiProperty({ type: 'string', nullable: true })
  lastPostedAt: string | null;
  /** ผู้รับเรื่อง · who holds it now; null once the time is over */
  @ApiProperty({ type: 'string', nullable: true, example: 'มานะ ร่มเย็น' })
  claimedBy: string | null;
  @ApiProperty({ type: 'string', nullable: true })
  claimedUntil: string | null;
  @ApiProperty({ type: 'string', nullable: true })
  decisionId: string | null;
  /** คำวินิจฉัยที่รอผู้ยืนยัน · a decision that waits for a second person */
  @ApiProperty({ type: 'string', nullable: true })
  proposalId: string | null;
  @ApiProperty({ type: 'string', nullable: true })
  duplicateOf: string | null;
  updatedAt: string;
  @ApiProperty({ type: 'string', nullable: true })
  closedAt: string | null;
  @ApiProperty({ type: 'integer' })
  version: number;
}

export class SpanDto {
  @ApiProperty({ type: 'integer' })
  start: number;
  @ApiProperty({ type: 'integer' })
  end: number;
  /** คำที่พบ · the words there; null where they are masked or erased */
  @ApiProperty({ type: 'string', nullable: true })
  text: string | null;
}

export class SuggestedRuleDto {
  @ApiProperty({ enum: ruleCodes })
  ruleCode: RuleCode;
  score: number;
  spans: SpanDto[];
}

export class SuggestionDto {
  @ApiProperty({ enum: ['allowed', 'review', 'violation'] })
  verdict: string;
  /** เรียงจากที่น่าจะใช่ที่สุด · the likeliest first */
  rules: SuggestedRuleDto[];
  /** ส่วนที่แสดงว่าเป็นการขาย · what shows that something is for sale */
  sellingSignals: SpanDto[];
  @ApiProperty({ type: 'integer' })
  lexiconVersion: number;
}

export class CaseReportDto {
  id: string;
  authorNickname: string;
  @ApiProperty({ type: 'string', nullable: true })
  postedAt: string | null;
  @ApiProperty({ type: TextDto, nullable: true })
  text: TextDto | null;
  @ApiProperty({ type: TextDto, nullable: true })
  note: TextDto | null;
  /** @example มานะ ร่มเย็น */
  reportedBy: string;
  reportedAt: string;
}

export class CaseDto extends CaseSummaryDto {
  subject: SubjectDto;
  /** สิ่งที่การตรวจข้อความแนะนำ ตำแหน่งนับเป็น UTF-16 · what screening says; places in UTF-16 units of the text */
  suggestion: SuggestionDto;
  /** รายงาน 100 รายการแรก ที่เหลือดูที่ GET /v1/moderation/reports?caseId= · the first 100 reports */
  reports: CaseReportDto[];
  /** เหตุผลที่ส่งต่อ · why it was escalated */
  @ApiProperty({ type: TextDto, nullable: true })
  escalationReason: TextDto | null;
  /** สิ่งที่ทำกับเรื่องนี้ได้ตอนนี้ · what may be done now */
  allowedActions: AllowedActionDto[];
}

export class EscalationDto {
  /**
   * เหตุผลที่ส่งต่อ · why somebody senior should decide
   * @example ไม่แน่ใจว่าเป็นเรื่องการขายหรือการเมือง
   */
  @IsString()
  @Length(3, 1000)
  @Matches(/[\p{L}\p{N}]/u)
  reason: string;
}

export class DuplicateDto {
  /** รหัสเรื่องที่ซ้ำ ต้องเป็นเรื่องของคนเดียวกัน · id of the other case, of the same person */
  @Matches(ulid)
  of: string;
}

const anyOf = (values: readonly string[]) => ({ enum: values, required: false });

export class CasesQuery extends PageQuery {
  /** open รอผู้รับ · claimed มีผู้รับ · escalated ส่งต่อ · proposed รอผู้ยืนยัน · decided ตัดสินแล้ว · closed ปิดแล้ว · duplicate เรื่องซ้ำ */
  @ApiProperty(anyOf(caseStatuses))
  @IsOptional()
  @IsIn(caseStatuses)
  status?: CaseStatus;

  /** กติกาที่ระบบแนะนำ · the rule that screening suggests */
  @ApiProperty(anyOf(ruleCodes))
  @IsOptional()
  @IsIn(ruleCodes)
  ruleCode?: RuleCode;

  /** ความร้ายแรง S0 น้อยที่สุด ถึง S3 มากที่สุด · how grave, S3 the most */
  @ApiProperty(anyOf(severities))
  @IsOptional()
  @IsIn(severities)
  severity?: Severity;

  @IsOptional()
  @Matches(ulid)
  subjectId?: string;

  @IsOptional()
  @Matches(ulid)
  sellerId?: string;

  /** me คือเรื่องที่ท่านถืออยู่ · those you hold */
  @ApiProperty(anyOf(['me']))
  @IsOptional()
  @IsIn(['me'])
  claimedBy?: 'me';

  /**
   * แจ้งครั้งแรกตั้งแต่ (รวม) · first reported from, inclusive
   * @example 2026-01-01T00:00:00.000Z
   */
  @IsOptional()
  @IsDateString({ strict: true })
  from?: string;

  /** แจ้งครั้งแรกก่อน (ไม่รวม) · first reported before, exclusive */
  @IsOptional()
  @IsDateString({ strict: true })
  to?: string;
}
