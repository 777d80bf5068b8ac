import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { REGION_CODES, type RegionCode } from '../../cooperatives/regions.js';
import { MessageDto } from '../../platform/http/problem.dto.js';
import { sellerStatuses, type SellerStatus } from '../../sellers/seller-status.js';
import { actionList, outcomeList, REASONS, reasonList } from '../import-texts.js';
import { PlannedRowDto } from '../plan/import-plan.dto.js';
import { ReadyActionDto } from '../ready-action.dto.js';
import { OUTCOMES, type Outcome } from './outcome-counts.js';
import { CHOICE_ACTIONS, type ChoiceAction } from '../review/resolution.js';

export class CellIssueDto {
  /** หัวคอลัมน์ · header of the column */
  column: string;
  /** @example PHONE_UNREADABLE */
  code: string;
  @ApiProperty({ enum: ['error', 'warning'] }) severity: string;
  message: MessageDto;
  /** ค่าที่ได้รับ (ปิดบังหากไม่มีสิทธิ์) · the cell, hidden without the personal scope */
  @ApiProperty({ type: 'string', nullable: true }) got: string | null;
  expected?: string;
  suggestion?: string;
}

export class CandidateCooperativeDto {
  id: string;
  /** @example 101650 */
  registrationNumber: string;
  fullName: string;
  shortName: string;
  @ApiProperty({ type: 'string', nullable: true }) province: string | null;
  @ApiProperty({ enum: REGION_CODES }) regionCode: RegionCode;
  /** false เมื่อไม่ได้เป็นสมาชิกแล้ว · false once it has left the federation */
  member: boolean;
}

export class CandidateSellerDto {
  id: string;
  /** ชื่อ (ต้องมีสิทธิ์ดูข้อมูลส่วนบุคคล) · name, with the personal scope */
  @ApiProperty({ type: 'string', nullable: true }) name: string | null;
  @ApiProperty({ type: 'string', nullable: true }) username: string | null;
  @ApiProperty({ enum: sellerStatuses }) status: SellerStatus;
  /**
   * เบอร์โทรศัพท์ ปิดบังหากไม่มีสิทธิ์ · masked without the personal scope
   * @example 08x-xxx-5678
   */
  @ApiProperty({ type: 'string', nullable: true }) phone: string | null;
}

export class CandidateDto {
  /** ลำดับที่ ใช้ตอบใน resolution · number to answer with */
  @ApiProperty({ type: 'integer' }) number: number;
  @ApiProperty({ enum: ['cooperative', 'name', 'seller'] }) type: string;
  /** คำอธิบายให้คนอ่าน · for people */
  label: string;
  cooperativeId?: string;
  sellerId?: string;
  /** ในแผน: แถวที่จะสร้างผู้ขายรายนี้ · in a plan: the row that would make this seller */
  @ApiProperty({ type: 'integer', required: false }) ofRow?: number;
  /** เหตุที่เสนอ (รหัส) · why it is proposed, as a code */
  reason?: string;
  /** เหตุที่เสนอ เป็นประโยค · why it is proposed, as a sentence */
  why: MessageDto;
  /** จำนวนตัวอักษรที่ต่าง · letters that differ */
  @ApiProperty({ type: 'integer', required: false }) edits?: number;
  /** สหกรณ์ที่เสนอ · the cooperative proposed */
  cooperative?: CandidateCooperativeDto;
  /** ผู้ขายที่เสนอ · the seller proposed */
  seller?: CandidateSellerDto;
}

export class PendingReasonOfRowDto {
  code: string;
  message: MessageDto;
}

export class RowSellerDto {
  id: string;
  @ApiProperty({ enum: sellerStatuses }) status: SellerStatus;
  @ApiProperty({ type: 'string', nullable: true }) username: string | null;
  /** เหตุที่ยังรออนุมัติ · why a person has to approve first */
  pendingReasons: PendingReasonOfRowDto[];
}

export class RowPlaceDto {
  importId: string;
  @ApiProperty({ type: 'integer' }) row: number;
}

export class RowDecisionDto {
  @ApiProperty({ enum: CHOICE_ACTIONS }) action: ChoiceAction;
  /** เหตุที่แถวรอตรวจขณะนั้น · why the row had waited */
  @ApiProperty({ type: 'string', nullable: true }) reason: string | null;
  /** ผลของแถวหลังตัดสิน · what became of the row */
  @ApiProperty({ enum: OUTCOMES }) outcome: Outcome;
  @ApiProperty({ type: 'string', nullable: true }) cooperativeId: string | null;
  @ApiProperty({ type: 'string', nullable: true }) sellerId: string | null;
  /** ค่าที่จำจากการตัดสินนี้ ดู GET /v1/value-decisions · what was learned from it */
  @ApiProperty({ type: 'string', nullable: true }) valueDecisionId: string | null;
  /** @example staff:01M80MVCX309B4DCGMT9409S91 */
  decidedBy: string;
  decidedAt: string;
  /** ผู้ยกเลิก · who took it back */
  @ApiProperty({ type: 'string', nullable: true }) undoneBy: string | null;
  @ApiProperty({ type: 'string', nullable: true }) undoneAt: string | null;
}

export class ImportRowDto {
  /** แถวข้อมูลที่ (เริ่มจาก 1) · data row from 1 */
  @ApiProperty({ type: 'integer', example: 2 }) row: number;
  @ApiProperty({ enum: OUTCOMES, description: `ผลของแถว · what became of the row${outcomeList}` })
  outcome: Outcome;
  /** ผู้ขายของแถวนี้ · the seller of this row */
  sellerId: string | null;
  /** ในแผน: แถวที่จะสร้างผู้ขายรายนี้ · in a plan: the row that would make this seller */
  @ApiProperty({ type: 'integer', nullable: true }) sellerOfRow: number | null;
  /** สิ่งที่แผนเคยบอกไว้ เมื่อผลต่างจากแผน · what the plan said, where it came otherwise */
  @ApiProperty({ type: PlannedRowDto, nullable: true }) planned: PlannedRowDto | null;
  /** @example A1650ออมทรัพย์สอ.อยู่ดีกินดี */
  username: string | null;
  /** สถานะของผู้ขายตอนนี้ หากรออนุมัติจะบอกเหตุ · how the seller stands now, and why it is pending */
  @ApiProperty({ type: RowSellerDto, nullable: true })
  seller: RowSellerDto | null;
  @ApiProperty({
    enum: REASONS,
    nullable: true,
    description: `เหตุที่ต้องตรวจ หรือเหตุที่ไม่มีอะไรเปลี่ยน · why it waits, or why nothing changed${reasonList}`,
  })
  reason: string | null;
  reasonText: MessageDto | null;
  issues: CellIssueDto[];
  /** ตัวเลือก · what it may be */
  candidates: CandidateDto[];
  /** สิ่งที่ตัดสินได้ คัดลอก body ไปส่งที่ path ได้เลย · what may be decided; copy body and send it to path */
  allowedActions: ReadyActionDto[];
  /** ช่องที่แก้ไข · members that changed */
  changed: string[];
  /** แถวที่ใหม่กว่าซึ่งมีคำตอบเดียวกัน (เมื่อ reason คือ judged_again) · the newer row this answer stands in */
  @ApiProperty({ type: RowPlaceDto, nullable: true }) standsIn: RowPlaceDto | null;
  /** แถวแรกที่ซ้ำ · the row that came first */
  @ApiProperty({ type: 'integer', nullable: true }) duplicateOf: number | null;
  /** คำตอบเดิม (ต้องมีสิทธิ์ดูข้อมูลส่วนบุคคล) · the answers as sent, with the personal scope */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' }, nullable: true })
  cells: Record<string, string> | null;
  /** การตัดสินที่มีผลอยู่ · the decision that stands */
  @ApiProperty({ type: RowDecisionDto, nullable: true })
  resolution: RowDecisionDto | null;
  /** การตัดสินทุกครั้ง เก่าสุดก่อน · every decision, the oldest first */
  history: RowDecisionDto[];
}
export class ResolutionDto {
  @ApiProperty({ enum: CHOICE_ACTIONS, description: `ตัดสินว่า · the decision${actionList}` })
  @IsIn(CHOICE_ACTIONS)
  action: ChoiceAction;

  /** ลำดับของตัวเลือกใน candidates (สำหรับ choose และ merge) · number of a candidate */
  @ApiProperty({ type: 'integer', required: false })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(50)
  candidate?: number;

  /** หรือระบุสหกรณ์เอง · or a cooperative of one's own choice */
  @IsOptional()
  @Matches(/^[0-9A-HJKMNP-TV-Z]{26}$/)
  cooperativeId?: string;

  /** หรือระบุผู้ขายเอง · or a seller */
  @IsOptional()
  @Matches(/^[0-9A-HJKMNP-TV-Z]{26}$/)
  sellerId?: string;

  /**
   * false คือไม่ต้องจำสหกรณ์ที่เลือกไว้ใช้กับข้อความเดียวกันครั้งต่อไป (ปกติจำ) · false: what is chosen for this text says
   * nothing about later rows
   */
  @ApiProperty({ type: 'boolean', required: false, default: true })
  @IsOptional()
  @IsBoolean()
  learn?: boolean;
}
