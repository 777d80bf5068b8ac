import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsDateString,
  IsIn,
  IsOptional,
  IsString,
  Length,
  Matches,
  MaxLength,
} from 'class-validator';
import { NullIsOmitted } from '../../platform/http/omittable.js';
import { IsZonedTime } from '../../platform/http/zoned-time.js';
import { PageQuery } from '../../platform/http/page.dto.js';
import { messageTypes, type MessageType } from '../../screening/message-type.js';

const ulid = /^[0-9A-HJKMNP-TV-Z]{26}$/;

/** Reports in one request at most. */
export const mostReports = 500;

export class ReportInputDto {
  /**
   * ชื่อผู้ส่งตามที่เห็นในกลุ่ม ไม่ต้องเป็นผู้ขายในทะเบียนก็ได้ · the author as LINE shows them; need not be registered
   * @example A1650ออมทรัพย์สอ.อยู่ดีกินดี
   */
  @IsString()
  @Length(1, 200)
  authorUsername: string;

  /** ชนิดข้อความ หากไม่ระบุคือ text · kind of message: text ข้อความ · sticker สติกเกอร์ · image ภาพ · link ลิงก์ */
  @ApiProperty({ enum: messageTypes, required: false, default: 'text' })
  @NullIsOmitted()
  @IsIn(messageTypes)
  messageType?: MessageType;

  /**
   * ข้อความตามที่โพสต์ เว้นได้สำหรับสติกเกอร์และภาพ · what was posted, letter by letter; may be left out for stickers and pictures
   * @example สวัสดีวันจันทร์ ขอให้มีความสุขตลอดวันนะคะ
   */
  @NullIsOmitted()
  @IsString()
  @MaxLength(10_000)
  text?: string | null;

  /**
   * เวลาที่โพสต์ เว้นได้หากไม่ทราบ · when it was posted, with its zone; leave it out if unknown
   * @example 2026-01-15T08:30:00+07:00
   */
  @ApiProperty({ type: 'string', required: false, nullable: true })
  @NullIsOmitted()
  @IsZonedTime()
  postedAt?: string | null;

  /**
   * หมายเหตุของผู้แจ้ง · a note of whoever reports
   * @example ส่งทุกเช้าตั้งแต่สัปดาห์ที่แล้ว
   */
  @NullIsOmitted()
  @IsString()
  @MaxLength(1000)
  note?: string | null;
}

export class BatchReportInputDto extends ReportInputDto {
  /**
   * ค่าอ้างอิงของท่าน ส่งกลับในคำตอบ · your own reference, given back in the answer
   * @example แถว 12
   */
  @NullIsOmitted()
  @IsString()
  @MaxLength(100)
  reference?: string | null;
}

export class BatchReportsInputDto {
  /** รายงาน 1 ถึง 500 รายการ · 1 to 500 reports */
  @ApiProperty({ type: [BatchReportInputDto] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(mostReports)
  reports: unknown[];
}

export class ReportsQuery extends PageQuery {
  @IsOptional()
  @Matches(ulid)
  caseId?: string;

  @IsOptional()
  @Matches(ulid)
  subjectId?: string;

  /** me คือรายงานที่ท่านแจ้ง · those you filed */
  @ApiProperty({ enum: ['me'], required: false })
  @IsOptional()
  @IsIn(['me'])
  reportedBy?: 'me';

  /**
   * แจ้งตั้งแต่ (รวม) · reported from, inclusive
   * @example 2026-01-01T00:00:00.000Z
   */
  @IsOptional()
  @IsDateString({ strict: true })
  from?: string;

  /** แจ้งก่อน (ไม่รวม) · reported before, exclusive */
  @IsOptional()
  @IsDateString({ strict: true })
  to?: string;
}
