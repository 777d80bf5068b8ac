import { ApiProperty } from '@nestjs/swagger';
import { ProblemFieldDto, MessageDto } from '../../platform/http/problem.dto.js';
import { messageTypes, type MessageType } from '../../screening/message-type.js';
import { CaseSummaryDto } from '../cases/case.dto.js';
import { SubjectRefDto } from '../subjects/subject.dto.js';
import { TextDto } from '../texts/text.dto.js';
import { reportSources, type ReportSource } from './report.js';

/** A report in a list. */
export class ReportSummaryDto {
  id: string;
  caseId: string;
  subject: SubjectRefDto;
  /** ชื่อผู้ส่งตามที่แจ้ง · the author as reported */
  authorNickname: string;
  @ApiProperty({ enum: messageTypes })
  messageType: MessageType;
  @ApiProperty({ type: 'string', nullable: true })
  postedAt: string | null;
  @ApiProperty({ type: TextDto, nullable: true })
  text: TextDto | null;
  /** HMAC-SHA-256 ของข้อความ อยู่ต่อแม้ข้อความถูกลบ · outlives the words */
  @ApiProperty({ type: 'string', nullable: true })
  textHash: string | null;
  @ApiProperty({ type: TextDto, nullable: true })
  note: TextDto | null;
  @ApiProperty({ enum: reportSources })
  source: ReportSource;
  /** @example มานะ ร่มเย็น */
  reportedBy: string;
  reportedAt: string;
}

export class ReportDto extends ReportSummaryDto {
  /** เรื่องที่รายงานนี้อยู่ · the case that took the report */
  case: CaseSummaryDto;
}

/** What became of one report of many. */
export class BatchReportItemDto {
  /** ค่าอ้างอิงของผู้เรียก · the caller's own */
  @ApiProperty({ type: 'string', nullable: true, example: 'แถว 12' })
  reference: string | null;
  /** 201 รับแล้ว · 400 ข้อมูลไม่ถูกต้อง · as if it had been sent alone */
  @ApiProperty({ type: 'integer', example: 201 })
  status: number;
  @ApiProperty({ type: 'string', nullable: true })
  reportId: string | null;
  @ApiProperty({ type: 'string', nullable: true })
  caseId: string | null;
  @ApiProperty({ type: 'string', nullable: true })
  code: string | null;
  @ApiProperty({ type: MessageDto, nullable: true })
  message: MessageDto | null;
  /** ช่องที่ไม่ถูกต้อง · every failing field */
  errors: ProblemFieldDto[];
}

export class BatchReportsDto {
  /** หนึ่งรายการต่อหนึ่งรายงาน ตามลำดับ · one per report, in order */
  items: BatchReportItemDto[];
}
