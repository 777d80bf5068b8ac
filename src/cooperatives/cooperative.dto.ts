import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, IsString, Length, MaxLength } from 'class-validator';
import { Omittable } from '../platform/http/omittable.js';
import { PageQuery } from '../platform/http/page.dto.js';
import { MessageDto } from '../platform/http/problem.dto.js';
import { COOPERATIVE_KINDS, type CooperativeKind } from './cooperative-name.js';
import { LONGEST_FULL_NAME, LONGEST_SHORT_NAME, MOST_ALIASES } from './cooperative-facts.js';
import { COOPERATIVE_STATUSES, FACTS, type CooperativeStatus, type FactName } from './cooperative.js';
import { MATCH_REASONS, type MatchReason } from './directory-index.js';
import { REGION_CODES, type RegionCode } from './regions.js';

export class RegionDto {
  /**
   * รหัสเขตพื้นที่ ใช้ขึ้นต้นชื่อผู้ใช้งาน · code that opens every username
   * @example NE
   */
  @ApiProperty({ enum: REGION_CODES })
  code: RegionCode;
  name: MessageDto;
}

/** What creating and changing share. */
class CooperativeDetails {
  /**
   * ชื่อย่อที่จดทะเบียน ไม่รวม “สอ.” หากไม่ระบุ ระบบเสนอจากชื่อเต็ม · registered short name without the marker สอ.;
   * proposed from the full name if left out
   * @example อยู่ดีกินดี
   */
  @Omittable()
  @IsString()
  @Length(1, LONGEST_SHORT_NAME)
  shortName?: string;

  /**
   * เขตพื้นที่ ไม่ระบุได้เฉพาะเมื่อจังหวัดบอกเขตได้แน่ชัด · area; may be left out where the province tells it
   * @example A
   */
  @ApiProperty({ enum: REGION_CODES, required: false })
  @Omittable()
  @IsIn(REGION_CODES)
  regionCode?: RegionCode;

  /**
   * จังหวัดที่ตั้ง · province of the head office
   * @example กรุงเทพมหานคร
   */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  province?: string | null;

  /** ประเภท หากไม่ระบุ ระบบอ่านจากชื่อ · kind; read from the name if left out */
  @ApiProperty({ enum: COOPERATIVE_KINDS, nullable: true, required: false })
  @IsOptional()
  @IsIn(COOPERATIVE_KINDS)
  kind?: CooperativeKind | null;

  /** สถานะ · sellers register only with active ones */
  @ApiProperty({ enum: COOPERATIVE_STATUSES, required: false })
  @Omittable()
  @IsIn(COOPERATIVE_STATUSES)
  status?: CooperativeStatus;
}

export class CreateCooperativeDto extends CooperativeDetails {
  /**
   * เลขทะเบียนสหกรณ์สมาชิก ชสอ. 6 หลัก · the cooperative's FSCT number, six digits
   * @example "190047"
   */
  @IsString()
  @Length(1, 20)
  registrationNumber: string;

  /**
   * ชื่อเต็ม · full name
   * @example "สหกรณ์ออมทรัพย์อยู่ดีกินดี จำกัด"
   */
  @IsString()
  @Length(1, LONGEST_FULL_NAME)
  fullName: string;

  /** ชื่อเรียกอื่นที่ใช้ค้นหาได้ · further names it is found by */
  @Omittable()
  @IsArray()
  @ArrayMaxSize(MOST_ALIASES)
  @IsString({ each: true })
  @MaxLength(LONGEST_FULL_NAME, { each: true })
  aliases?: string[];
}

export class PatchCooperativeDto extends CooperativeDetails {
  /** เลขทะเบียนสหกรณ์สมาชิก ชสอ. 6 หลัก · the cooperative's FSCT number, six digits */
  @Omittable()
  @IsString()
  @Length(1, 20)
  registrationNumber?: string;

  /** ชื่อเต็ม · full name */
  @Omittable()
  @IsString()
  @Length(1, LONGEST_FULL_NAME)
  fullName?: string;

  /** ชื่อเรียกอื่นทั้งหมดหลังแก้ไข · all further names there shall be */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_ALIASES)
  @IsString({ each: true })
  @MaxLength(LONGEST_FULL_NAME, { each: true })
  aliases?: string[] | null;
}

export class CooperativesQuery extends PageQuery {
  /**
   * ชื่อ ชื่อย่อ หรือเลขทะเบียน พิมพ์ผิดเล็กน้อยได้ · name, short name or number; a slip or two does no harm
   * @example "สหกรณ์ออมทรัพย์ครูสุรินร์ จํากัด"
   */
  @IsOptional()
  @IsString()
  @Length(1, LONGEST_FULL_NAME)
  query?: string;

  /** เขตพื้นที่ · area */
  @ApiProperty({ enum: REGION_CODES, required: false })
  @IsOptional()
  @IsIn(REGION_CODES)
  regionCode?: RegionCode;

  /** สถานะ · status */
  @ApiProperty({ enum: COOPERATIVE_STATUSES, required: false })
  @IsOptional()
  @IsIn(COOPERATIVE_STATUSES)
  status?: CooperativeStatus;
}

export class CooperativeDto {
  id: string;
  /**
   * เลขทะเบียนสหกรณ์สมาชิก · six digits, leading zeros kept
   * @example "101650"
   */
  registrationNumber: string;
  /**
   * ชื่อเต็ม · full name
   * @example "สหกรณ์ออมทรัพย์อยู่ดีกินดี จำกัด"
   */
  fullName: string;
  /**
   * ชื่อย่อ ไม่รวม “สอ.” · without the marker สอ.
   * @example อยู่ดีกินดี
   */
  shortName: string;
  @ApiProperty({ enum: REGION_CODES })
  regionCode: RegionCode;
  /** @example กรุงเทพมหานคร */
  province: string | null;
  @ApiProperty({ enum: COOPERATIVE_KINDS, nullable: true })
  kind: CooperativeKind | null;
  @ApiProperty({ enum: COOPERATIVE_STATUSES })
  status: CooperativeStatus;
  /** ชื่อเรียกอื่น · further names */
  @ApiProperty({ type: [String] })
  aliases: readonly string[];
  @ApiProperty({ type: 'integer' })
  version: number;
  createdAt: string;
  updatedAt: string;
}

export class MatchDto {
  /** เหตุที่พบ · why it was found, best reason first */
  @ApiProperty({ enum: MATCH_REASONS })
  reason: MatchReason;
  /** จำนวนตัวอักษรที่ต่าง · letters that differ; 0 unless reason is near_miss */
  @ApiProperty({ type: 'integer' })
  edits: number;
}

export class FoundCooperativeDto extends CooperativeDto {
  /** null เมื่อไม่ได้ค้นหาด้วย query · null without a query */
  match: MatchDto | null;
}

export class FactIssueDto {
  /** ช่องที่เกี่ยวข้อง · fact concerned */
  @ApiProperty({ enum: FACTS, nullable: true })
  field: FactName | null;
  /** @example SHORT_NAME_HAS_MARKER */
  code: string;
  /** error: ไม่บันทึก, warning: บันทึกแล้วแต่ควรตรวจ · error: not kept; warning: kept, worth a look */
  @ApiProperty({ enum: ['error', 'warning'] })
  severity: 'error' | 'warning';
  message: MessageDto;
  /** ค่าที่น่าจะหมายถึง · what was probably meant */
  suggestion?: string;
}

export class AffectedSellerDto {
  id: string;
  /** @example A1650ออมทรัพย์สอ.อยู่ดีกินดี */
  username: string;
}

export class AffectedSellersDto {
  /** จำนวนทั้งหมด · how many there are */
  @ApiProperty({ type: 'integer' })
  total: number;
  /** 200 รายแรก · the first 200 */
  sellers: AffectedSellerDto[];
}

export class ChangedCooperativeDto extends CooperativeDto {
  warnings: FactIssueDto[];
  /**
   * ผู้ขายที่ชื่อผู้ใช้งานจะต่างไปหากออกใหม่ ชื่อเดิมยังใช้ได้และไม่ถูกเปลี่ยน · sellers whose usernames would read
   * differently now; none is changed, see POST /v1/sellers/{id}/username
   */
  affectedSellers: AffectedSellersDto;
}
