import type { Message } from '../message.js';
import {
  AppError,
  Conflict,
  Forbidden,
  Gone,
  IdempotencyKeyReused,
  Invalid,
  NotFound,
  PreconditionRequired,
  Stale,
  TooLarge,
  TooMany,
  Unauthenticated,
  Unavailable,
  Unsupported,
} from '../errors.js';
import type { Language } from './language.js';
import { platformProblem } from './problem-catalogue.js';

/** An error only HTTP knows of, such as 405; its text is the catalogue's. */
export class HttpProblem extends AppError {
  readonly status: number;

  constructor(
    code: string,
    readonly headers: Readonly<Record<string, string>> = {},
    data: Record<string, unknown> = {},
  ) {
    const { status, when } = platformProblem(code);
    super(code, when, data);
    this.status = status;
  }
}

type ErrorClass = abstract new (...args: never[]) => AppError;

/** The one place that knows which error is which status. */
const statuses: readonly (readonly [ErrorClass, number])[] = [
  [Invalid, 400],
  [Unauthenticated, 401],
  [Forbidden, 403],
  [NotFound, 404],
  [Conflict, 409],
  [Gone, 410],
  [Stale, 412],
  [TooLarge, 413],
  [Unsupported, 415],
  [IdempotencyKeyReused, 422],
  [PreconditionRequired, 428],
  [TooMany, 429],
  [Unavailable, 503],
];

export function statusOf(error: AppError): number {
  if (error instanceof HttpProblem) return error.status;
  return statuses.find(([type]) => error instanceof type)?.[1] ?? 500;
}

/** RFC 9457. `instance` is the request id; `messages` carries `detail` in both languages. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  instance: string;
  code: string;
  messages: Message;
  errors?: { pointer: string; code: string; message: string }[];
  [further: string]: unknown;
}

export function problemOf(error: AppError, language: Language, requestId: string): Problem {
  const status = statusOf(error);
  return {
    ...error.data,
    type: `/docs/problems#${error.code}`,
    title: titleOf(status)[language],
    status,
    detail: error.text[language],
    instance: requestId,
    code: error.code,
    messages: error.text,
    ...(error instanceof Invalid && {
      errors: error.errors.map(({ pointer, code, message }) => ({
        pointer,
        code,
        message: message[language],
      })),
    }),
  };
}

/** Headers an error brings along: `Retry-After`, `Allow`, `WWW-Authenticate`. */
export function headersOf(error: AppError): Record<string, string> {
  if (error instanceof HttpProblem) return error.headers;
  if (error instanceof Unauthenticated) return { 'www-authenticate': 'Bearer realm="market"' };
  const { retryAfterSeconds } = error as { retryAfterSeconds?: number };
  return retryAfterSeconds === undefined ? {} : { 'retry-after': String(Math.ceil(retryAfterSeconds)) };
}

const titles: Record<number, Message> = {
  400: { th: 'คำขอไม่ถูกต้อง', en: 'Bad request' },
  401: { th: 'ต้องเข้าสู่ระบบ', en: 'Sign-in needed' },
  403: { th: 'ไม่มีสิทธิ์', en: 'Not permitted' },
  404: { th: 'ไม่พบข้อมูล', en: 'Not found' },
  405: { th: 'ใช้คำสั่ง HTTP แบบนี้ไม่ได้', en: 'Method not allowed' },
  408: { th: 'หมดเวลารับคำขอ', en: 'Request timeout' },
  409: { th: 'ขัดกับข้อมูลปัจจุบัน', en: 'Conflict' },
  410: { th: 'ข้อมูลถูกลบแล้ว', en: 'Gone' },
  412: { th: 'ข้อมูลถูกแก้ไขไปแล้ว', en: 'Precondition failed' },
  413: { th: 'ข้อมูลใหญ่เกินไป', en: 'Content too large' },
  414: { th: 'ที่อยู่ยาวเกินไป', en: 'URI too long' },
  415: { th: 'ชนิดเนื้อหาไม่รองรับ', en: 'Unsupported media type' },
  417: { th: 'ไม่รองรับหัว Expect', en: 'Expectation failed' },
  422: { th: 'ใช้ข้อมูลนี้ไม่ได้', en: 'Unprocessable content' },
  428: { th: 'ต้องระบุ If-Match', en: 'Precondition required' },
  429: { th: 'ส่งคำขอถี่เกินไป', en: 'Too many requests' },
  431: { th: 'หัวคำขอใหญ่เกินไป', en: 'Request header fields too large' },
  503: { th: 'ไม่พร้อมให้บริการชั่วคราว', en: 'Service unavailable' },
};
const fallbackTitle: Message = { th: 'ข้อผิดพลาดของระบบ', en: 'Internal server error' };

/** The short name of a status. */
export const titleOf = (status: number): Message => titles[status] ?? fallbackTitle;
