import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

const usualLimit = 50;

/** A number written in digits only; anything else stays as it is and fails validation. */
const toNumber = (value: unknown): unknown =>
  typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value;

/** What every list takes. Lists extend it by their filters. */
export class PageQuery {
  /**
   * จำนวนรายการต่อหน้า · items per page (0 means the usual 50)
   * @example 50
   */
  @ApiPropertyOptional({ type: 'integer' })
  @Transform(({ value }) => (value === '0' || value === '' ? usualLimit : toNumber(value)))
  @IsInt()
  @Min(1)
  @Max(200)
  limit?: number = usualLimit;

  /** ค่า nextCursor ของหน้าก่อน · nextCursor of the page before */
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  cursor?: string;
}

/** One page of a list; `nextCursor` is null on the last. */
export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}
