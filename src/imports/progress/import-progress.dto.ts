import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsString, Length } from 'class-validator';
import { ImportFormatDto } from '../upload/import-format.dto.js';

export class ImportProgressDto {
  /** แถวที่มีผลแล้ว · rows that have an outcome */
  @ApiProperty({ type: 'integer', example: 2500 }) processed: number;
  /** แถวทั้งหมด · all rows */
  @ApiProperty({ type: 'integer', example: 10000 }) total: number;
  /** แถวต่อวินาทีในช่วงนี้ null เมื่อไม่มีการทำงาน · rows per second of late; null while nothing is at work */
  @ApiProperty({ type: 'number', nullable: true, example: 812.5 }) rowsPerSecond: number | null;
  /** เวลาที่คาดว่าจะเสร็จ null เมื่อไม่มีการทำงาน · when it will be done at this rate; null while nothing is at work */
  @ApiProperty({ type: 'string', format: 'date-time', nullable: true, example: '2026-11-22T03:15:18.230Z' })
  estimatedEndAt: string | null;
}

export class CancellationDto {
  /**
   * เหตุผล (ไม่บังคับ) ห้ามใส่ข้อมูลส่วนบุคคล · why, if you like; nothing personal
   * @example เลือกไฟล์ผิด
   */
  @IsOptional()
  @IsString()
  @Length(1, 300)
  reason?: string;
}

export class CancelledDto {
  /** ผู้ยกเลิก · who cancelled it */
  @ApiProperty({ example: 'staff:01JD3Z8Q7M5V2B9K4N6P8R0T1W' }) by: string;
  /** ชื่อ · their name */
  @ApiProperty({ type: 'string', nullable: true, example: 'สมศรี ทะเบียน' }) byName: string | null;
  at: string;
  @ApiProperty({ type: 'string', nullable: true, example: 'เลือกไฟล์ผิด' }) reason: string | null;
}

/** How far an import is, who and when, and how long it is kept. */
export class ImportCourseDto extends ImportFormatDto {
  progress: ImportProgressDto;
  /** ผู้อัปโหลดหรือส่ง · who uploaded or pushed it */
  @ApiProperty({ example: 'staff:01JD3Z8Q7M5V2B9K4N6P8R0T1W' }) createdBy: string;
  /** ชื่อผู้อัปโหลด หรือชื่อคีย์ · name of the member of staff, or of the key */
  @ApiProperty({ type: 'string', nullable: true, example: 'สมศรี ทะเบียน' }) createdByName: string | null;
  createdAt: string;
  startedAt: string | null;
  finishedAt: string | null;
  cancellation: CancelledDto | null;
  /** วันที่ไฟล์และคำตอบของแถวที่ค้างจะถูกลบ · when the file and the answers of open rows are deleted; null until the end */
  expiresAt: string | null;
  /** ลบแล้ว · they are deleted */
  expired: boolean;
}
