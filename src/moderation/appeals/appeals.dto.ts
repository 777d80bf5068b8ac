import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length, Matches } from 'class-validator';
import { NullIsOmitted } from '../../platform/http/omittable.js';
import { PageQuery } from '../../platform/http/page.dto.js';
import { MessageDto } from '../../platform/http/problem.dto.js';
import { ruleCodes, type RuleCode } from '../../screening/rule-codes.js';
import { AllowedActionDto } from '../../sellers/seller.dto.js';
import { DecisionDto } from '../decisions/decision.dto.js';
import { TextDto } from '../texts/text.dto.js';
import { taskKinds, type TaskKind } from '../tasks/task.js';
import {
  appealOutcomes,
  appealStatuses,
  appellants,
  type AppealOutcome,
  type AppealStatus,
  type Appellant,
} from './appeal.js';

const ulid = /^[0-9A-HJKMNP-TV-Z]{26}$/;
const newOutcomes = ['violation', 'notice'] as const;

export class AppealInputDto {
  /** คำวินิจฉัยที่อุทธรณ์ · the decision */
  @Matches(ulid)
  decisionId: string;

  /** ผู้อุทธรณ์: seller เจ้าตัว · cooperative_officer เจ้าหน้าที่สหกรณ์ · moderator ผู้ดูแลทำแทน */
  @ApiProperty({ enum: appellants })
  @IsIn(appellants)
  appellant: Appellant;

  /**
   * คำอุทธรณ์ตามที่แจ้งมา · what they say
   * @example ข้อความนั้นเป็นชื่อรุ่นพระเครื่องที่ขาย ไม่ใช่เรื่องการเมือง
   */
  @IsString()
  @Length(3, 5000)
  @Matches(/[\p{L}\p{N}]/u)
  statement: string;

  /** หลักฐานใหม่ จำเป็นเมื่ออุทธรณ์ครั้งที่สอง · new evidence; needed for a second appeal */
  @NullIsOmitted()
  @IsString()
  @Length(3, 5000)
  @Matches(/[\p{L}\p{N}]/u)
  newEvidence?: string;
}

export class AppealsQuery extends PageQuery {
  /** filed ยื่นแล้ว · claimed มีผู้พิจารณา · decided ตัดสินแล้ว · withdrawn ถอนแล้ว */
  @ApiProperty({ enum: appealStatuses, required: false })
  @IsOptional()
  @IsIn(appealStatuses)
  status?: AppealStatus;

  @IsOptional()
  @Matches(ulid)
  decisionId?: string;

  @IsOptional()
  @Matches(ulid)
  subjectId?: string;
}

export class AppealRulingDto {
  /** upheld ยืนตามเดิม · modified แก้ไขให้เบาลง · overturned ยกเลิก */
  @ApiProperty({ enum: appealOutcomes })
  @IsIn(appealOutcomes)
  outcome: AppealOutcome;

  /**
   * คำชี้แจงเป็นภาษาไทย ผู้อุทธรณ์จะได้อ่าน · the written reply in Thai
   * @example ตรวจสอบแล้ว เป็นชื่อรุ่นพระเครื่องที่ขายจริง ไม่ใช่เรื่องการเมือง
   */
  @IsString()
  @Length(3, 2000)
  reply: string;

  /** เฉพาะ modified: ข้อวินิจฉัยใหม่เป็นการฝ่าฝืนหรือเพียงแจ้งกติกา · only modified: what it is instead */
  @ApiProperty({ enum: newOutcomes, required: false })
  @NullIsOmitted()
  @IsIn(newOutcomes)
  newOutcome?: 'violation' | 'notice';

  /** เฉพาะ modified: กติกาข้อที่ถูกต้อง · only modified: the right rule */
  @ApiProperty({ enum: ruleCodes, required: false })
  @NullIsOmitted()
  @IsIn(ruleCodes)
  newRuleCode?: RuleCode;
}

export class AppealSummaryDto {
  id: string;
  decisionId: string;
  caseId: string;
  subjectId: string;
  nickname: string | null;
  sellerId: string | null;
  /** ครั้งที่ · first or second */
  @ApiProperty({ type: 'integer' })
  number: number;
  @ApiProperty({ enum: appealStatuses })
  status: AppealStatus;
  @ApiProperty({ enum: appellants })
  appellant: Appellant;
  filedBy: string;
  filedByName: string | null;
  filedAt: string;
  claimedBy: string | null;
  claimedByName: string | null;
  claimedUntil: string | null;
  @ApiProperty({ enum: appealOutcomes, nullable: true })
  outcome: AppealOutcome | null;
  decidedAt: string | null;
  @ApiProperty({ type: 'integer' })
  version: number;
}

export class AppealDto extends AppealSummaryDto {
  statement: TextDto | null;
  newEvidence: TextDto | null;
  /** คำชี้แจงผลอุทธรณ์ · the written reply */
  reply: TextDto | null;
  decidedBy: string | null;
  decidedByName: string | null;
  /** คำวินิจฉัยใหม่ หากแก้ไข · the decision in place of the old one */
  newDecisionId: string | null;
  /** คำวินิจฉัยที่อุทธรณ์ · the decision appealed */
  decision: DecisionDto;
  allowedActions: AllowedActionDto[];
}

export class AppealPreviewDto {
  @ApiProperty({ enum: appealOutcomes })
  outcome: AppealOutcome;
  @ApiProperty({ type: 'integer' })
  pointsBefore: number;
  @ApiProperty({ type: 'integer' })
  pointsAfter: number;
  /** ใบเตือนที่จะถูกถอน · strikes that would be taken back */
  strikeIds: string[];
  /** มาตรการที่จะสิ้นสุด · sanctions that would end */
  sanctionIds: string[];
  /** ผู้ขายกลับเข้าตลาด · whether the person returns */
  returns: boolean;
  @ApiProperty({ enum: taskKinds, isArray: true })
  tasks: TaskKind[];
  /** ข้อความแจ้งผู้อุทธรณ์ตามนี้ทุกคำ · the exact notice */
  notice: MessageDto;
}

export class AppealEndedDto extends AppealDto {
  /** ใบเตือนที่ถูกถอน · strikes taken back */
  strikeIds: string[];
  /** มาตรการที่สิ้นสุด · sanctions ended */
  sanctionIds: string[];
  /** งานใหม่ใน LINE · tasks made */
  taskIds: string[];
  /** งานที่ยกเลิกเพราะไม่ต้องทำแล้ว · tasks not needed any more */
  cancelledTaskIds: string[];
  returned: boolean;
}
