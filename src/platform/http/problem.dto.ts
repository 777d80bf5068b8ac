import { ApiProperty } from '@nestjs/swagger';

/** One failing field. */
export class ProblemFieldDto {
  /**
   * JSON Pointer into the body, or `?name` for a query parameter
   * @example "/offerings/0/category"
   */
  pointer: string;
  /** @example "REQUIRED" */
  code: string;
  /** @example "กรุณาระบุ offerings[0].category" */
  message: string;
}

/** The same sentence in both languages. */
export class MessageDto {
  th: string;
  en: string;
}

/** RFC 9457 problem document; every error of this service has this shape. */
export class ProblemDto {
  /**
   * Where the problem is explained
   * @example "/docs/problems#VALIDATION_FAILED"
   */
  type: string;
  /** @example "คำขอไม่ถูกต้อง" */
  title: string;
  /** @example 400 */
  @ApiProperty({ type: 'integer' })
  status: number;
  /** What happened, in the language asked for by Accept-Language */
  detail: string;
  /**
   * Id of the request, to quote when asking for help
   * @example "01JZ8Q4T9X2M6V5R3K7N1B0C8D"
   */
  instance: string;
  /**
   * Stable code for programs
   * @example "VALIDATION_FAILED"
   */
  code: string;
  messages: MessageDto;
  /** Every failing field */
  errors?: ProblemFieldDto[];
}
