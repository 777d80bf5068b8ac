import { ArrayMaxSize, IsArray, IsString, Length, Matches } from 'class-validator';
import { NullIsOmitted } from '../../platform/http/omittable.js';

export class ReinstatementDto {
  /**
   * เหตุผลที่ควรรับกลับ เป็นภาษาไทย · why they should come back, in Thai
   * @example ผ่านไปหกเดือน แสดงความตั้งใจปฏิบัติตามกติกา และสหกรณ์รับรอง
   */
  @IsString()
  @Length(3, 2000)
  @Matches(/\p{Script=Thai}/u)
  reason: string;

  /** ใบเตือนที่จะถอนด้วย ไม่ระบุคือไม่ถอน · strikes to take back with it; none if left out */
  @NullIsOmitted()
  @IsArray()
  @ArrayMaxSize(100)
  @Matches(/^[0-9A-HJKMNP-TV-Z]{26}$/, { each: true })
  strikeIds?: string[];
}
