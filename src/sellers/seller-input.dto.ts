import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  Equals,
  IsBoolean,
  IsDateString,
  IsIn,
  IsObject,
  IsOptional,
  IsString,
  Length,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { Omittable } from '../platform/http/omittable.js';
import { REGION_CODES, type RegionCode } from '../cooperatives/regions.js';
import { PageQuery } from '../platform/http/page.dto.js';
import { AsciiDigits, Readable, ReadableLine, ReadableText } from '../platform/http/readable.js';
import { offeringCategoryCodes, type OfferingCategory } from './offering-category.js';
import { sellerStatuses, type SellerStatus } from './seller-status.js';

const ulid = /^[0-9A-HJKMNP-TV-Z]{26}$/;

/** Something to read: blanks and control characters alone tell nobody anything. */
const withLetterOrDigit = /[\p{L}\p{N}]/u;

export class OfferingDto {
  /**
   * หมวดสินค้า/บริการ · category
   * @example food
   */
  @ApiProperty({ enum: offeringCategoryCodes })
  @IsIn(offeringCategoryCodes)
  category: OfferingCategory;

  /**
   * รายละเอียด · what is sold
   * @example น้ำพริกเผา กระปุกละ 60 บาท
   */
  @IsString()
  @Length(1, 1000)
  @Matches(withLetterOrDigit)
  @ReadableText()
  description: string;
}

/** Details that registering and correcting share. */
class SellerDetails {
  /**
   * คำนำหน้า (ถ้าแยกไว้) · title, if kept apart
   * @example นาย
   */
  @IsOptional()
  @IsString()
  @MaxLength(80)
  @Readable()
  title?: string | null;

  /** ชื่อ (ใช้คู่กับ lastName แทน fullName) · first name, instead of fullName */
  @Omittable()
  @IsString()
  @Length(1, 80)
  @Readable()
  firstName?: string;

  /** นามสกุล · surname; empty for people with one name */
  @IsOptional()
  @IsString()
  @MaxLength(80)
  @Readable()
  lastName?: string | null;

  /**
   * เบอร์โทรศัพท์ · telephone
   * @example 0812345678
   */
  @IsOptional()
  @IsString()
  @MaxLength(40)
  phone?: string | null;

  /** อีเมล · e-mail */
  @IsOptional()
  @IsString()
  @MaxLength(254)
  email?: string | null;

  /** ไอดีไลน์ · LINE id */
  @IsOptional()
  @IsString()
  @MaxLength(64)
  lineId?: string | null;

  /** ยินยอมให้แสดงสินค้าต่อสาธารณะ · may be shown in the public listing */
  @Omittable()
  @IsBoolean()
  publicListingConsent?: boolean;

  /** เลขอ้างอิงในระบบของผู้เรียก · reference in the caller's own system */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  @ReadableLine()
  externalReference?: string | null;
}

export class RegisterSellerDto extends SellerDetails {
  /**
   * ชื่อเต็มพร้อมคำนำหน้า ระบบแยกให้ · full name with title; the service splits it
   * @example นายออมทรัพย์ ใจดี
   */
  @Omittable()
  @IsString()
  @Length(1, 200)
  @Readable()
  fullName?: string;

  /** รหัสสหกรณ์ในระบบนี้ · id of the cooperative here */
  @Omittable()
  @Matches(ulid)
  cooperativeId?: string;

  /**
   * เลขทะเบียนสหกรณ์สมาชิก 6 หลัก (ไม่ใช่เลขสมาชิกส่วนตัว) · the cooperative's FSCT number, six digits
   * @example "101650"
   */
  @Omittable()
  @AsciiDigits()
  @Matches(/^\d{6}$/)
  cooperativeRegistrationNumber?: string;

  /** เลขสมาชิกสหกรณ์ส่วนตัว ใช้ตรวจการลงทะเบียนซ้ำเท่านั้น ไม่เก็บค่าเดิม · personal member number, kept only as a keyed hash */
  @IsOptional()
  @IsString()
  @Length(1, 40)
  @Matches(withLetterOrDigit)
  @Readable()
  memberNumber?: string;

  /** สินค้า/บริการที่ขาย · what is sold */
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => OfferingDto)
  offerings: OfferingDto[];

  /**
   * ผู้ขายยินยอมให้ใช้ข้อมูล และทราบว่าทุกคนในกลุ่มเห็นชื่อผู้ใช้งาน · consent was given
   * @example true
   */
  @ApiProperty({ enum: [true] })
  @Equals(true)
  consent: true;
}

export class PatchSellerDto extends SellerDetails {
  /** แทนที่รายการเดิมทั้งหมด · replaces the whole list */
  @Omittable()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => OfferingDto)
  offerings?: OfferingDto[];
}

export class ReasonDto {
  /**
   * เหตุผล · reason, shown in the history
   * @example ข้อมูลตรงกับทะเบียนสหกรณ์แล้ว
   */
  @IsString()
  @Length(3, 400)
  @Matches(withLetterOrDigit)
  @ReadableText()
  reason: string;
}

export class SellersQuery extends PageQuery {
  /**
   * ขึ้นต้นของชื่อ นามสกุล หรือชื่อผู้ใช้งาน; เบอร์โทรศัพท์เต็ม (ต้องมีสิทธิ์ดูข้อมูลส่วนบุคคล) · beginning of a name or username, or a whole telephone number
   * @example ออม
   */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  query?: string;

  @IsOptional()
  @IsString()
  @Length(1, 300)
  username?: string;

  @ApiProperty({ enum: REGION_CODES, required: false })
  @IsOptional()
  @IsIn(REGION_CODES)
  regionCode?: RegionCode;

  @IsOptional()
  @Matches(ulid)
  cooperativeId?: string;

  @ApiProperty({ enum: sellerStatuses, required: false })
  @IsOptional()
  @IsIn(sellerStatuses)
  status?: SellerStatus;

  @ApiProperty({ enum: offeringCategoryCodes, required: false })
  @IsOptional()
  @IsIn(offeringCategoryCodes)
  category?: OfferingCategory;

  /**
   * ลงทะเบียนตั้งแต่ (รวม) · registered from, inclusive
   * @example 2026-01-01T00:00:00.000Z
   */
  @IsOptional()
  @IsDateString({ strict: true })
  registeredFrom?: string;

  /** ลงทะเบียนก่อน (ไม่รวม) · registered before, exclusive */
  @IsOptional()
  @IsDateString({ strict: true })
  registeredTo?: string;
}
