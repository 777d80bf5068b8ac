import { ApiProperty } from '@nestjs/swagger';
import { AllowedActionDto } from '../sellers/seller.dto.js';

/** Something that may be done next, with the request to copy. */
export class ReadyActionDto extends AllowedActionDto {
  /** เนื้อหาพร้อมคัดลอกไปส่ง null คือไม่ต้องส่ง · the body, ready to be copied and sent; null where none is needed */
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    nullable: true,
    example: { action: 'choose', candidate: 1 },
  })
  body: object | null;
}
