import { ApiProperty } from '@nestjs/swagger';

export class MeantCooperativeDto {
  id: string;
  /** @example 101650 */
  registrationNumber: string;
  /** @example สหกรณ์ออมทรัพย์อยู่ดีกินดี จำกัด */
  fullName: string;
}

export class ValueDecisionDto {
  id: string;
  /** ชนิดของค่า ปัจจุบันมีเฉพาะสหกรณ์ · what kind of value it is */
  @ApiProperty({ enum: ['cooperative'] }) kind: string;
  /** ข้อความในแบบฟอร์ม (ต้องมีสิทธิ์ดูข้อมูลส่วนบุคคล) · the text in the form, with the personal scope */
  @ApiProperty({ type: 'string', nullable: true, example: 'สหกรณ์ออมทรัพย์ครูอุดร' }) text: string | null;
  /** เลขทะเบียนในแถวเดียวกัน (ต้องมีสิทธิ์เช่นกัน) · number in the same row, with the personal scope too */
  @ApiProperty({ type: 'string', nullable: true }) number: string | null;
  /** สหกรณ์ที่เจ้าหน้าที่เลือก · the cooperative it was said to mean */
  cooperative: MeantCooperativeDto;
  /** false เมื่อสหกรณ์ไม่ได้เป็นสมาชิกแล้ว จึงไม่ใช้ · false once the cooperative has left */
  applies: boolean;
  decidedBy: string;
  decidedAt: string;
  /** แถวที่สอนค่านี้ · the row that taught it */
  @ApiProperty({ type: 'string', nullable: true }) importId: string | null;
  @ApiProperty({ type: 'integer', nullable: true }) row: number | null;
}
