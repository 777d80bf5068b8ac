import { ApiProperty } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { OUTCOMES, type Outcome } from '../rows/outcome-counts.js';

export class ConfirmationDto {
  /**
   * planHash ของแผนที่ท่านอ่านแล้ว · planHash of the plan you have read
   * @example 4f0c3a1e5b7d92864f0c3a1e5b7d92864f0c3a1e5b7d92864f0c3a1e5b7d9286
   */
  @Matches(/^[0-9a-f]{64}$/)
  planHash: string;
}

export class ConfirmationStateDto {
  /** แผนที่มีผู้ยืนยัน · the plan that was confirmed */
  planHash: string;
  /** checking ข้อมูลเปลี่ยนไป กำลังวางแผนใหม่เพื่อเทียบ · outdated แผนเปลี่ยนแล้ว ต้องยืนยันใหม่ · accepted ใช้แล้ว */
  @ApiProperty({ enum: ['checking', 'outdated', 'accepted'] }) state: string;
}

export class PlannedRowDto {
  @ApiProperty({ enum: OUTCOMES }) outcome: Outcome;
  username: string | null;
}
