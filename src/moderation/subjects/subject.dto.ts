import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsString, Length, Matches } from 'class-validator';
import { PageQuery } from '../../platform/http/page.dto.js';
import { MessageDto } from '../../platform/http/problem.dto.js';
import { sellerStatuses, type SellerStatus } from '../../sellers/seller-status.js';

const ulid = /^[0-9A-HJKMNP-TV-Z]{26}$/;

/** Somebody of the group, in short. */
export class SubjectRefDto {
  id: string;
  /**
   * ชื่อที่ใช้ในกลุ่ม · the name carried in the group
   * @example A1650ออมทรัพย์สอ.อยู่ดีกินดี
   */
  nickname: string;
  /** ผู้ขายในทะเบียน ถ้าทราบ · the registered seller, if known */
  @ApiProperty({ type: 'string', nullable: true })
  sellerId: string | null;
}

export class SubjectSellerDto {
  id: string;
  /** @example A1650ออมทรัพย์สอ.อยู่ดีกินดี */
  @ApiProperty({ type: 'string', nullable: true })
  username: string | null;
  @ApiProperty({ enum: sellerStatuses })
  status: SellerStatus;
  cooperativeId: string;
}

export class SubjectWarningDto {
  /** @example looks_like_removed_seller */
  code: string;
  message: MessageDto;
  /** ผู้ขายที่ชื่อคล้ายกัน · the seller whose name looks alike */
  sellerId: string;
}

export class SubjectDto extends SubjectRefDto {
  @ApiProperty({ type: SubjectSellerDto, nullable: true })
  seller: SubjectSellerDto | null;
  /** ชื่ออื่นของคนเดียวกัน · other names of the same person */
  alsoKnownAs: SubjectRefDto[];
  /** ข้อควรระวัง เช่น ชื่อคล้ายผู้ที่เคยถูกเชิญออก · such as a name that looks like a removed seller's */
  warnings: SubjectWarningDto[];
  createdAt: string;
  @ApiProperty({ type: 'integer' })
  version: number;
}

export class SubjectsQuery extends PageQuery {
  /**
   * ชื่อที่ใช้ในกลุ่ม ตรงทั้งชื่อ · the whole nickname; blanks do not count
   * @example A1650ออมทรัพย์สอ.อยู่ดีกินดี
   */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  nickname?: string;

  /** ผู้ขาย · names of this seller */
  @IsOptional()
  @Matches(ulid)
  sellerId?: string;
}

export class LinkSellerDto {
  /** รหัสผู้ขายในทะเบียน · id of the registered seller */
  @Matches(ulid)
  sellerId: string;
}
