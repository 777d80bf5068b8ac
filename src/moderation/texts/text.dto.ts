import { ApiProperty } from '@nestjs/swagger';
import type { ShownText } from './texts.service.js';

/** Words of somebody, as far as the caller may read them. */
export class TextDto {
  /**
   * ข้อความ ข้อความอ่อนไหวถูกปิดบัง · the words; sensitive ones masked in lists, and without moderation:read-sensitive
   * @example สวัสดีวันจันทร์ ขอให้มีความสุขตลอดวันนะคะ
   */
  @ApiProperty({ type: 'string', nullable: true })
  text: string | null;
  /** ถูกปิดบัง · hidden from this caller */
  masked: boolean;
  /** ลบแล้วเมื่อพ้นเวลาเก็บ · erased after its time */
  erased: boolean;
}

const mask = '[ปิดบัง: ข้อความอ่อนไหว]';

/** Null for a message without words. */
export function textDto(shown: ShownText | undefined): TextDto | null {
  if (!shown) return null;
  const { text, hidden, erased } = shown;
  return { text: hidden && !erased ? mask : text, masked: hidden && !erased, erased };
}
