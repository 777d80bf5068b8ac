import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsOptional,
  IsString,
  Length,
  Matches,
  MaxLength,
} from 'class-validator';
import { MATCH_REASONS, type MatchReason } from '../cooperatives/directory-index.js';
import { REGION_CODES, type RegionCode } from '../cooperatives/regions.js';
import { MessageDto } from '../platform/http/problem.dto.js';
import { AsciiDigits, Readable } from '../platform/http/readable.js';
import {
  SEGMENT_KINDS,
  USERNAME_ISSUE_CODES,
  type IssueSegment,
  type SegmentKind,
  type UsernameIssueCode,
} from './username-issue.js';

const ulid = /^[0-9A-HJKMNP-TV-Z]{26}$/;

export class GenerateUsernameDto {
  /**
   * ชื่อเต็มพร้อมคำนำหน้า ระบบแยกให้ · full name with title; the service splits it
   * @example นายออมทรัพย์ ใจดี
   */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  @Readable()
  fullName?: string;

  /** คำนำหน้า (ถ้าแยกไว้) · title, if kept apart */
  @IsOptional()
  @IsString()
  @MaxLength(80)
  @Readable()
  title?: string;

  /** ชื่อ (ใช้คู่กับ lastName แทน fullName) · first name, instead of fullName */
  @IsOptional()
  @IsString()
  @Length(1, 80)
  @Readable()
  firstName?: string;

  /** นามสกุล · surname; empty for people with one name */
  @IsOptional()
  @IsString()
  @MaxLength(80)
  @Readable()
  lastName?: string;

  /** รหัสสหกรณ์ในระบบนี้ · id of the cooperative here */
  @IsOptional()
  @Matches(ulid)
  cooperativeId?: string;

  /**
   * เลขทะเบียนสหกรณ์สมาชิก 6 หลัก (ไม่ใช่เลขสมาชิกส่วนตัว) · the cooperative's FSCT number, six digits
   * @example "101650"
   */
  @IsOptional()
  @AsciiDigits()
  @Matches(/^\d{6}$/)
  cooperativeRegistrationNumber?: string;
}

export class ValidateUsernameDto {
  /**
   * ชื่อผู้ใช้งานตามที่พิมพ์ · the username as typed, at most 200 UTF-16 units
   * @example A1650ออมทรัพย์สอ.อยู่ดีกินดี
   */
  @IsString()
  @Length(1, 200)
  username: string;
}

export class ValidateUsernamesDto {
  /**
   * ไม่เกิน 5,000 ชื่อ · at most 5,000; one of more than 200 UTF-16 units is answered TOO_LONG
   * @example ["A1650ออมทรัพย์สอ.อยู่ดีกินดี", "a1650 นายออมทรัพย์ สอ อยู่ดีกินดี"]
   */
  @IsString({ each: true })
  @ArrayMinSize(1)
  @ArrayMaxSize(5000)
  usernames: string[];
}

export class UsernameCooperativeDto {
  id: string;
  /** @example "101650" */
  registrationNumber: string;
  /** @example สหกรณ์ออมทรัพย์อยู่ดีกินดี จำกัด */
  fullName: string;
  /** @example อยู่ดีกินดี */
  shortName: string;
  @ApiProperty({ enum: REGION_CODES })
  regionCode: RegionCode;
}

export class UsernameLengthDto {
  @ApiProperty({ type: 'integer' })
  utf16: number;
  @ApiProperty({ type: 'integer' })
  codePoints: number;
  /** ตัวอักษรที่มองเห็น · letters as a reader counts them */
  @ApiProperty({ type: 'integer' })
  graphemes: number;
  /** มีเฉพาะเมื่อตั้งค่า OPENCHAT_NICKNAME_MAX · only where OPENCHAT_NICKNAME_MAX is set */
  fitsOpenChat?: boolean;
}

/** A part of the text; offsets count UTF-16 units of what was sent, `end` is behind the last one. */
export class UsernameSegmentDto {
  @ApiProperty({ enum: SEGMENT_KINDS })
  kind: SegmentKind;
  text: string;
  @ApiProperty({ type: 'integer' })
  start: number;
  @ApiProperty({ type: 'integer' })
  end: number;
}

export class UsernameIssueDto {
  @ApiProperty({ enum: USERNAME_ISSUE_CODES })
  code: UsernameIssueCode;
  @ApiProperty({ enum: [...SEGMENT_KINDS, 'whole'] })
  segment: IssueSegment;
  message: MessageDto;
}

export class UsernameCandidateDto {
  cooperative: UsernameCooperativeDto;
  /** เหตุที่อาจใช่ · why it could be meant */
  @ApiProperty({ enum: MATCH_REASONS })
  reason: MatchReason;
  /** จำนวนตัวอักษรที่ต่าง · letters added, dropped or changed */
  @ApiProperty({ type: 'integer' })
  edits: number;
}

export class UsernameVerdictDto {
  input: string;
  /** ถูกต้องทุกตัวอักษร · exactly the canonical username */
  valid: boolean;
  /**
   * ชื่อผู้ใช้งานที่ถูกต้อง ถ้าทราบแน่ชัด · the correct username; null where it would be a guess
   * @example A1650ออมทรัพย์สอ.อยู่ดีกินดี
   */
  canonical: string | null;
  /** @example ออมทรัพย์ */
  sellerName: string | null;
  segments: UsernameSegmentDto[];
  /** ทุกอย่างที่ต้องแก้ · everything that is wrong, at once; TOO_LONG alone does not make it invalid */
  issues: UsernameIssueDto[];
  /** ของชื่อที่ถูกต้อง หรือของที่ส่งมาถ้าไม่ทราบ · of the canonical username, else of the input */
  length: UsernameLengthDto;
  /** ชื่อสั้นสำหรับ OpenChat เมื่อยาวเกิน · what to show in OpenChat where it is too long */
  displayName: string | null;
  cooperative: UsernameCooperativeDto | null;
  /** สหกรณ์ที่อาจหมายถึง เมื่อยังไม่แน่ชัด · where none is sure, all that could be meant */
  candidates: UsernameCandidateDto[];
  /** มีผู้ได้รับชื่อนี้แล้ว (รวมอดีต) · somebody holds the canonical username, now or formerly */
  registered: boolean;
}

export class UsernameVerdictsDto {
  /** ตามลำดับที่ส่งมา · in the order sent */
  results: UsernameVerdictDto[];
}

export class PersonReadingDto {
  /** @example นาย */
  title: string;
  /** @example ออมทรัพย์ */
  firstName: string;
  /** @example ใจดี */
  lastName: string;
}

export class UsernamePersonDto extends PersonReadingDto {
  /** อ่านชื่อได้มากกว่าหนึ่งแบบ · a person must choose among the readings */
  doubtful: boolean;
  readings: PersonReadingDto[];
}

export class UsernameWarningDto {
  /** @example USERNAME_TAKEN */
  code: string;
  message: MessageDto;
}

export class GeneratedUsernameDto {
  /**
   * ชื่อที่จะได้หากลงทะเบียนตอนนี้ · what registering now would give
   * @example A1650ออมทรัพย์สอ.อยู่ดีกินดี
   */
  username: string;
  /** ยังว่างในขณะนี้ ยังไม่ได้จองไว้ · free at the moment; only registering reserves it */
  available: boolean;
  person: UsernamePersonDto;
  cooperative: UsernameCooperativeDto;
  segments: UsernameSegmentDto[];
  length: UsernameLengthDto;
  displayName: string | null;
  /** ชื่ออื่นที่ว่าง · further free usernames: of other readings, then higher on the ladder */
  alternatives: string[];
  warnings: UsernameWarningDto[];
}
