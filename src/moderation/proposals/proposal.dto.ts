import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, Matches } from 'class-validator';
import { PageQuery } from '../../platform/http/page.dto.js';
import { AllowedActionDto } from '../../sellers/seller.dto.js';
import { TextDto } from '../texts/text.dto.js';
import { proposalKinds, proposalStatuses, type ProposalKind, type ProposalStatus } from './proposal.js';

const ulid = /^[0-9A-HJKMNP-TV-Z]{26}$/;

export class ProposalsQuery extends PageQuery {
  /** proposed รอผู้ยืนยัน · confirmed ยืนยันแล้ว · refused ไม่เห็นชอบ · withdrawn ผู้เสนอถอน */
  @ApiProperty({ enum: proposalStatuses, required: false })
  @IsOptional()
  @IsIn(proposalStatuses)
  status?: ProposalStatus;

  @ApiProperty({ enum: proposalKinds, required: false })
  @IsOptional()
  @IsIn(proposalKinds)
  kind?: ProposalKind;

  @IsOptional()
  @Matches(ulid)
  caseId?: string;
}

export class ProposalDto {
  id: string;
  /** decision คำวินิจฉัย · reinstatement รับกลับ */
  @ApiProperty({ enum: proposalKinds })
  kind: ProposalKind;
  @ApiProperty({ enum: proposalStatuses })
  status: ProposalStatus;
  subjectId: string;
  /** ชื่อในกลุ่ม · what the person is called in the group */
  nickname: string | null;
  sellerId: string | null;
  caseId: string | null;
  /** สิ่งที่เสนอ · what is proposed */
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    example: { outcome: 'violation', ruleCode: 'off_topic', step: 'removal' },
  })
  order: Record<string, unknown>;
  @ApiProperty({ type: TextDto, nullable: true })
  reason: TextDto | null;
  proposedBy: string;
  proposedByName: string | null;
  proposedAt: string;
  endedBy: string | null;
  endedByName: string | null;
  endedAt: string | null;
  @ApiProperty({ type: 'integer' })
  version: number;
  allowedActions: AllowedActionDto[];
}

export class CreatedDto {
  /** @example decision */
  type: string;
  id: string;
}

export class EndedProposalDto extends ProposalDto {
  /** สิ่งที่เกิดขึ้น · everything that was made */
  created: CreatedDto[];
}
