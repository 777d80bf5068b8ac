import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsString, Length } from 'class-validator';
import { ruleCodes, type RuleCode } from '../../screening/rule-codes.js';

export class RemovalDto {
  /** กติกาข้อใด · which rule was broken */
  @ApiProperty({ enum: ruleCodes })
  @IsIn(ruleCodes)
  ruleCode: RuleCode;

  /**
   * เหตุผลเป็นภาษาไทย เจ้าตัวจะได้อ่าน · the reason in Thai; the person will read it
   * @example โพสต์เรื่องการเมืองในกลุ่มซ้ำหลายครั้ง
   */
  @IsString()
  @Length(3, 2000)
  reason: string;
}
