import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsString, Length, Matches } from 'class-validator';
import { NullIsOmitted } from '../../platform/http/omittable.js';
import { MessageDto } from '../../platform/http/problem.dto.js';
import { ruleCodes, type RuleCode } from '../../screening/rule-codes.js';
import { CaseDto } from '../cases/case.dto.js';
import { ladderSteps, type LadderStep } from '../policy/policy.js';
import { ProposalDto } from '../proposals/proposal.dto.js';
import { severities, type Severity } from '../rules/severity.js';
import { AllowedActionDto } from '../../sellers/seller.dto.js';
import { SanctionDto, StrikeDto } from '../standing/standing.dto.js';
import { taskKinds, type TaskKind } from '../tasks/task.js';
import { TextDto } from '../texts/text.dto.js';
import { outcomes, type Leniency, type Outcome } from './decision.js';

const leniencies = ['first_time', 'before_notice'] as const;

export class FindingDto {
  /** violation ฝ่าฝืนกติกา · notice แจ้งกติกาโดยไม่มีคะแนน · dismissed ไม่พบว่าฝ่าฝืน */
  @ApiProperty({ enum: outcomes })
  @IsIn(outcomes)
  outcome: Outcome;

  /**
   * กติกาข้อใด ไม่ต้องระบุหาก dismissed · which rule; left out if dismissed: daily_greeting ทักทายรายวัน · off_topic
   * ไม่เกี่ยวกับการขาย · personal_belief ความเชื่อ · nation ชาติ · religion ศาสนา · monarchy พระมหากษัตริย์ · politics
   * การเมือง · username_format ชื่อผู้ใช้งาน
   */
  @ApiProperty({ enum: ruleCodes, required: false, nullable: true, type: String })
  @NullIsOmitted()
  @IsIn(ruleCodes)
  ruleCode?: RuleCode | null;

  /**
   * เหตุผลเป็นภาษาไทย เจ้าตัวจะได้อ่าน · the reason in Thai; the person will read it
   * @example โพสต์คลิปข่าวดารา ไม่เกี่ยวกับการขาย
   */
  @IsString()
  @Length(3, 2000)
  reason: string;
}

export class DecisionBodyDto extends FindingDto {
  /** previewHash จากตัวอย่าง: หากข้อเท็จจริงเปลี่ยน จะตอบ 409 · of the preview; 409 if the facts have moved since */
  @NullIsOmitted()
  @Matches(/^[0-9a-f]{32}$/)
  previewHash?: string;
}

export class PreviewTaskDto {
  @ApiProperty({ enum: taskKinds })
  kind: TaskKind;
  title: MessageDto;
  dueAt: string | null;
}

class PointsDto {
  /** คะแนนที่บันทึกครั้งนี้ · points of this decision */
  @ApiProperty({ type: 'integer' })
  points: number;
  /** first_time ครั้งแรก · before_notice ส่งก่อนได้รับแจ้งครั้งก่อน · why fewer points than the rule has */
  @ApiProperty({ enum: leniencies, nullable: true, type: String })
  leniency: Leniency | null;
  @ApiProperty({ enum: severities, nullable: true, type: String })
  severity: Severity | null;
  expiresAt: string | null;
  @ApiProperty({ type: 'integer' })
  pointsBefore: number;
  @ApiProperty({ type: 'integer' })
  pointsAfter: number;
  /** ขั้นที่ได้ · the step of the ladder it leads to */
  @ApiProperty({ enum: ladderSteps })
  step: LadderStep;
  @ApiProperty({ type: 'integer' })
  policyNumber: number;
}

export class DecisionActionDto extends AllowedActionDto {
  /** เนื้อหาที่ส่ง เท่าที่ทราบ · what to send, as far as it is known */
  @ApiProperty({ type: Object, additionalProperties: true, required: false })
  body?: object;
}

/** The decision just previewed. */
export class OfferedDecisionDto extends AllowedActionDto {
  /** พร้อมส่งตามนี้ · ready to be sent */
  @ApiProperty({ type: DecisionBodyDto })
  declare body: DecisionBodyDto;
}

/** What a decision would lead to. */
export class DecisionPreviewDto extends PointsDto {
  /** มาตรการใหม่ · what would begin; null if nothing new does */
  @ApiProperty({ enum: ladderSteps, nullable: true, type: String })
  sanction: Exclude<LadderStep, 'none'> | null;
  /** ต้องมีผู้ยืนยันอีกคน · whether a second person has to confirm */
  needsSecondPerson: boolean;
  /** สิ่งที่ต้องทำใน LINE · what would have to be done in LINE */
  tasks: PreviewTaskDto[];
  /** ข้อความแจ้งเจ้าตัวตามนี้ทุกคำ · the exact notice */
  notice: MessageDto | null;
  ruleVersionId: string | null;
  /** ส่งไปกับคำวินิจฉัย เพื่อให้แน่ใจว่าไม่มีอะไรเปลี่ยน · send it with the decision */
  previewHash: string;
  /** คำวินิจฉัยตามตัวอย่างนี้ หน้านี้เติมให้แล้ว · the decision just previewed, with its body */
  allowedActions: OfferedDecisionDto[];
}

export class DecisionRuleDto {
  @ApiProperty({ enum: ruleCodes })
  code: RuleCode;
  /** ฉบับที่ใช้ · the wording it was made under */
  versionId: string;
  @ApiProperty({ type: 'integer' })
  number: number;
  title: MessageDto;
}

export class DecisionDto extends PointsDto {
  id: string;
  caseId: string;
  subjectId: string;
  sellerId: string | null;
  @ApiProperty({ enum: outcomes })
  outcome: Outcome;
  rule: DecisionRuleDto | null;
  @ApiProperty({ type: TextDto, nullable: true })
  reason: TextDto | null;
  /** หนังสือแจ้งเจ้าตัว · the notice to the person */
  @ApiProperty({ type: TextDto, nullable: true })
  notice: TextDto | null;
  /** เจ้าตัวได้รับแจ้งเมื่อ · when the person was told; null while they were not */
  noticeDeliveredAt: string | null;
  strikeId: string | null;
  sanctionId: string | null;
  taskIds: string[];
  /** คำวินิจฉัยที่ถูกแทนที่หลังอุทธรณ์ · the decision this one replaces after an appeal */
  replaces: string | null;
  decidedBy: string;
  decidedByName: string | null;
  confirmedBy: string | null;
  confirmedByName: string | null;
  decidedAt: string;
  /** สิ่งที่ทำต่อได้ เช่น อุทธรณ์ · what may be done about it, such as an appeal */
  allowedActions: DecisionActionDto[];
}

/** What became of a case. */
export class DecidedDto {
  case: CaseDto;
  /** null หากรอผู้ยืนยันอีกคน · null while it waits for a second person */
  decision: DecisionDto | null;
  strike: StrikeDto | null;
  sanction: SanctionDto | null;
  taskIds: string[];
  /** ข้อเสนอที่รอผู้ยืนยัน · the proposal that waits for a second person */
  proposal: ProposalDto | null;
}
