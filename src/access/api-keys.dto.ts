import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsRFC3339,
  IsString,
  Length,
  Max,
  Min,
} from 'class-validator';
import { scopes, type Scope } from '../platform/actor.js';
import { ReadableLine } from '../platform/http/readable.js';

/** What a program calls with. */
export class ApiKeyDto {
  /** @example "01JZ8Q4T9X2M6V5R3K7N1B0C8D" */
  id: string;
  /** @example "ฟอร์มรับสมัครผู้ขาย" */
  name: string;
  /**
   * ผู้รับผิดชอบ · who answers for it
   * @example "ฝ่ายเทคโนโลยีสารสนเทศ ชสอ."
   */
  owner: string;
  /**
   * ส่วนต้นของคีย์ ไว้แยกแยะ · beginning of the key, to tell keys apart
   * @example "fsct_key_05VgWkXZ"
   */
  prefix: string;
  /** active ใช้งานได้, expired หมดอายุ, revoked ยกเลิกแล้ว */
  status: 'active' | 'expired' | 'revoked';
  /** @example ["form-responses:write"] */
  scopes: Scope[];
  /** จำกัดเฉพาะสหกรณ์เหล่านี้ (null = ทุกแห่ง) · limited to these cooperatives; null means all */
  cooperativeIds: string[] | null;
  /** @example "2026-01-31T03:04:05.678Z" */
  createdAt: string;
  /** @example "2027-01-31T03:04:05.678Z" */
  expiresAt: string;
  /** ใช้ครั้งล่าสุด (คลาดเคลื่อนราว 1 นาที) · last use, true to about a minute */
  lastUsedAt: string | null;
  revokedAt: string | null;
  /** คีย์เดิมที่ถูกแทน · id of the key this one took over from */
  rotatedFrom: string | null;
  /** @example 1 */
  @ApiProperty({ type: 'integer' })
  version: number;
}

/** The same with the key itself, shown this once. */
export class ApiKeyWithSecretDto extends ApiKeyDto {
  /**
   * ตัวคีย์ แสดงครั้งนี้เท่านั้น (null เมื่อเป็นคำตอบซ้ำของ Idempotency-Key) · the key itself, shown only now; null on
   * a replay
   * @example "fsct_key_05VgWkXZcQGg1mK8n3r7bYt2LhDpEa9jS1xyz42"
   */
  secret: string | null;
}

export class RotatedApiKeyDto extends ApiKeyWithSecretDto {
  /** คีย์เดิม ใช้ได้ถึง expiresAt ใหม่ · the old key, valid until its new expiresAt */
  previous: ApiKeyDto;
}

export class CreateApiKeyDto {
  /** @example "ฟอร์มรับสมัครผู้ขาย" */
  @IsString()
  @Length(1, 100)
  @ReadableLine()
  name: string;

  /** @example "ฝ่ายเทคโนโลยีสารสนเทศ ชสอ." */
  @IsString()
  @Length(1, 200)
  @ReadableLine()
  owner: string;

  /** @example ["form-responses:write"] */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn(scopes, { each: true })
  scopes: Scope[];

  /** จำกัดเฉพาะสหกรณ์เหล่านี้ ไม่ส่ง = ทุกแห่ง · limit to these cooperatives; left out means all */
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(2000)
  @ArrayUnique()
  @IsString({ each: true })
  @Length(26, 26, { each: true })
  cooperativeIds?: string[] | null;

  /** วันหมดอายุ ไม่ส่ง = หนึ่งปี อย่างมากสองปี · default in one year, at most two */
  @IsOptional()
  @IsRFC3339()
  expiresAt?: string;
}

export class RotateApiKeyDto {
  /**
   * ชั่วโมงที่คีย์เดิมยังใช้ได้ · hours the old key stays valid
   * @example 24
   */
  @ApiPropertyOptional({ type: 'integer' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(168)
  overlapHours?: number = 24;
}
