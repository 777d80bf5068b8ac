import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsEmail,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { PageQuery } from '../../../src/platform/http/page.dto.js';

/** A market stall, the resource of these tests. */
export class OfferingDto {
  @IsString() @MaxLength(20) category: string;
  @IsOptional() @IsInt() @Min(1) @Max(999) price?: number;
}

export class StallDto {
  @IsString() @MinLength(2) @MaxLength(40) name: string;
  @IsOptional() @IsEmail() email?: string;
  @IsOptional() @Matches(/^\d{6}$/) registrationNumber?: string;
  @IsOptional() @IsIn(['N', 'S', 'E', 'W']) regionCode?: string;
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(3)
  @ValidateNested({ each: true })
  @Type(() => OfferingDto)
  offerings: OfferingDto[];
  @IsOptional() @IsArray() @IsString({ each: true }) @MaxLength(5, { each: true }) words?: string[];
}

export class StallQuery extends PageQuery {
  @IsOptional() @IsIn(['N', 'S']) regionCode?: string;
}

export class StallAnswer {
  id: string;
  version: number;
  name: string;
}
