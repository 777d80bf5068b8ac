import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { PageQuery } from '../platform/http/page.dto.js';

export class AuditQuery extends PageQuery {
  /**
   * เหตุการณ์ · what happened
   * @example seller.registered
   */
  @IsOptional()
  @IsString()
  @MaxLength(64)
  action?: string;

  /**
   * ประเภทของสิ่งที่เกี่ยวข้อง · kind of subject
   * @example seller
   */
  @IsOptional()
  @IsString()
  @MaxLength(32)
  subjectType?: string;

  @IsOptional()
  @IsString()
  @MaxLength(64)
  subjectId?: string;

  /** ผู้กระทำ · who did it */
  @IsOptional()
  @IsString()
  @MaxLength(64)
  actorId?: string;
}

export class AuditEntryDto {
  /** ลำดับในสายโซ่ · place in the chain */
  @ApiProperty({ type: 'integer' })
  seq: number;
  id: string;
  at: string;
  /** @example staff */
  actorType: string;
  actorId: string;
  /** @example seller.registered */
  action: string;
  subjectType: string;
  subjectId: string;
  requestId: string;
  /** รายละเอียด ไม่มีข้อมูลส่วนบุคคล · details without personal data */
  @ApiProperty({ type: 'object', additionalProperties: true })
  details: Record<string, unknown>;
  /** ลายเซ็นที่ผนึกบันทึกก่อนหน้า · seals the entry before */
  hash: string;
}

export class ChainBreakDto {
  @ApiProperty({ type: 'integer' })
  seq: number;
  @ApiProperty({ enum: ['missing', 'changed', 'tail_missing'] })
  reason: string;
}

export class ChainHeadDto {
  @ApiProperty({ type: 'integer' })
  seq: number;
  hash: string;
}

export class VerificationDto {
  /** ไม่มีบันทึกใดถูกแก้ไขหรือหายไป · nothing was changed or removed */
  intact: boolean;
  @ApiProperty({ type: 'integer' })
  checked: number;
  head: ChainHeadDto;
  brokenAt: ChainBreakDto | null;
}
