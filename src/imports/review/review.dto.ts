import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsInt,
  IsOptional,
  Matches,
  Min,
} from 'class-validator';
import { MessageDto } from '../../platform/http/problem.dto.js';
import { CandidateDto, ImportRowDto, ResolutionDto } from '../rows/import-rows.dto.js';
import { REASONS, reasonList } from '../import-texts.js';
import { ReadyActionDto } from '../ready-action.dto.js';
import { OUTCOMES, type Outcome } from '../rows/outcome-counts.js';

export class RowOfValueDto {
  importId: string;
  @ApiProperty({ type: 'integer' }) row: number;
  @ApiProperty({ enum: OUTCOMES }) outcome: Outcome;
  sellerId: string;
}

export class SettledByValueDto {
  valueDecisionId: string;
  /** จำนวนแถวอื่นที่ใช้ค่านี้ไปแล้ว · other rows that went by it */
  @ApiProperty({ type: 'integer' }) count: number;
  text: MessageDto;
  /** ไม่เกิน 200 แถวแรก · the first 200 */
  @ApiProperty({ type: [RowOfValueDto] }) rows: RowOfValueDto[];
}

export class UndoneRowDto extends ImportRowDto {
  /** แถวอื่นที่เป็นผู้ขายตามค่าที่แถวนี้สอน ซึ่งยังอยู่ · other rows that made or changed sellers by what this row taught; they stay */
  @ApiProperty({ type: SettledByValueDto, nullable: true }) settledByValue: SettledByValueDto | null;
}

export class ReviewGroupDto {
  /** ชื่อกลุ่ม ใช้ใน POST …/resolutions · name of the group, for POST …/resolutions */
  group: string;
  @ApiProperty({ enum: REASONS, description: `เหตุที่รอ · why they wait${reasonList}` }) reason: string;
  reasonText: MessageDto;
  /** จำนวนแถวที่รอ · rows that wait */
  @ApiProperty({ type: 'integer' }) count: number;
  /** ชื่อและเลขสหกรณ์ที่แถวเหล่านี้เขียน (ต้องมีสิทธิ์ดูข้อมูลส่วนบุคคล) · what these rows say, with the personal scope */
  @ApiProperty({ type: 'string', nullable: true }) cooperativeText: string | null;
  /** แถวแรก ๆ ของกลุ่ม · the first rows of the group */
  @ApiProperty({ type: 'integer', isArray: true }) rows: number[];
  /** ตัวเลือกของทั้งกลุ่ม ว่างเมื่อแต่ละแถวมีตัวเลือกของตัวเอง · candidates of all its rows; empty where each row has its own */
  candidates: CandidateDto[];
  /** สิ่งที่ตัดสินทั้งกลุ่มได้ คัดลอก body ไปส่งที่ path ได้เลย · what may be decided about all; copy body and send it to path */
  allowedActions: ReadyActionDto[];
}

export class BulkResolutionDto extends ResolutionDto {
  /** ตัดสินทั้งกลุ่ม ครั้งละไม่เกิน 500 แถว · a whole group, at most 500 rows at a time */
  @IsOptional()
  @Matches(/^[0-9a-f]{64}$/)
  group?: string;

  /**
   * หรือระบุเลขแถว · or these rows
   * @example [30, 31]
   */
  @ApiProperty({ type: 'integer', isArray: true, required: false })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @ArrayUnique()
  @IsInt({ each: true })
  @Min(1, { each: true })
  rows?: number[];
}

export class ResolvedRowDto {
  @ApiProperty({ type: 'integer' }) row: number;
  /** 200 ตัดสินแล้ว · 400 409 ตัดสินไม่ได้ ดู code · as if the row had been decided alone */
  @ApiProperty({ type: 'integer', example: 200 }) status: number;
  @ApiProperty({ enum: OUTCOMES, nullable: true }) outcome: Outcome | null;
  @ApiProperty({ type: 'string', nullable: true }) sellerId: string | null;
  @ApiProperty({ type: 'string', nullable: true }) username: string | null;
  /** @example ROW_NOT_WAITING */
  @ApiProperty({ type: 'string', nullable: true }) code: string | null;
  @ApiProperty({ type: MessageDto, nullable: true }) message: MessageDto | null;
}

export class BulkResolvedDto {
  items: ResolvedRowDto[];
  /** แถวของกลุ่มที่ยังรอ ส่งคำขอเดิมซ้ำด้วย Idempotency-Key ใหม่ · rows of the group that still wait: send it again under a new key */
  @ApiProperty({ type: 'integer' }) remaining: number;
}
