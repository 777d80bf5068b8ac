import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsInt,
  IsString,
  Length,
  Min,
} from 'class-validator';
import { NullIsOmitted } from '../../platform/http/omittable.js';
import { MessageDto } from '../../platform/http/problem.dto.js';
import { messageTypes, type MessageType } from '../../screening/message-type.js';
import { SuggestionDto } from '../cases/case.dto.js';
import { mostReports } from '../reports/report-input.dto.js';

export class ChatTextDto {
  /**
   * ข้อความแชทที่คัดลอกมา หรือเนื้อหาไฟล์ที่ LINE ส่งออก · chat as copied, or the contents of LINE's text file
   * @example "2026.01.12 วันจันทร์\n06:30\tป้าออม\tสวัสดีวันจันทร์ ขอให้มีความสุขตลอดวันนะคะ"
   */
  @IsString()
  @Length(1, 1_000_000)
  text: string;
}

export class ChatReportsDto extends ChatTextDto {
  /**
   * เลขข้อความที่จะแจ้ง จาก chat-readings หากไม่ระบุ แจ้งทุกข้อความที่การตรวจแนะนำ · numbers of the messages to report; all suggested ones if left out
   * @example [1]
   */
  @ApiProperty({ type: 'integer', isArray: true, required: false })
  @NullIsOmitted()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(mostReports)
  @ArrayUnique()
  @IsInt({ each: true })
  @Min(1, { each: true })
  messages?: number[];
}

export class ChatMessageDto {
  /** เลขข้อความ ใช้ใน reports/from-chat · for reports/from-chat */
  @ApiProperty({ type: 'integer' })
  number: number;
  @ApiProperty({ type: 'integer' })
  firstLine: number;
  @ApiProperty({ type: 'integer' })
  lastLine: number;
  /** @example ป้าออม */
  author: string;
  /** false เมื่อแยกชื่อกับข้อความได้ไม่แน่ชัด กรุณาตรวจก่อนแจ้ง · false where only blanks tell name and words apart */
  authorIsSure: boolean;
  /** เวลาที่โพสต์ (UTC) null หากไม่มีบรรทัดวันที่ก่อนหน้า · null where no line says the day */
  @ApiProperty({ type: 'string', nullable: true })
  postedAt: string | null;
  @ApiProperty({ enum: messageTypes })
  messageType: MessageType;
  @ApiProperty({ type: 'string', nullable: true })
  text: string | null;
  suggestion: SuggestionDto;
  /** การตรวจแนะนำให้แจ้ง · whether it is reported when no numbers are given */
  isSuggested: boolean;
}

export class UnreadLineDto {
  @ApiProperty({ type: 'integer' })
  line: number;
  /** รวมบรรทัดที่ต่อจากบรรทัดนั้น · with the lines that went on with it */
  @ApiProperty({ type: 'integer' })
  lastLine: number;
  text: string;
  @ApiProperty({ enum: ['no_time', 'no_author', 'no_text', 'date_unclear'] })
  reason: string;
  message: MessageDto;
}

export class ChatReadingDto {
  messages: ChatMessageDto[];
  /** บรรทัดที่อ่านไม่ได้ · lines that could not be read */
  unread: UnreadLineDto[];
  /** บรรทัดที่ LINE ใส่เอง เช่น วันที่ หรือการเข้าร่วม · lines of LINE itself */
  @ApiProperty({ type: 'integer', isArray: true })
  skippedLines: number[];
}
