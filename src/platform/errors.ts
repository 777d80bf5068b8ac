import type { Message } from './message.js';

/** One failing field: `pointer` is an RFC 6901 JSON Pointer into the body, or `?name` for a query parameter. */
export interface FieldError {
  pointer: string;
  code: string;
  message: Message;
}

/**
 * What went wrong, in words of the market: a stable code, a sentence in both languages and data. Which HTTP
 * status it becomes is known by one place only, `platform/http/problem.ts`.
 */
export abstract class AppError extends Error {
  constructor(
    readonly code: string,
    readonly text: Message,
    /** Further members of the problem document, such as the id of the resource in the way. */
    readonly data: Record<string, unknown> = {},
  ) {
    super(`${code}: ${text.en}`);
    this.name = new.target.name;
  }
}

/** The request itself is malformed or invalid; lists every failing field. */
export class Invalid extends AppError {
  constructor(
    readonly errors: FieldError[],
    text: Message = {
      th: 'ข้อมูลที่ส่งมายังไม่ถูกต้อง กรุณาแก้ไขตามรายการ',
      en: 'Some fields are not valid; see the list.',
    },
    code = 'VALIDATION_FAILED',
    data: Record<string, unknown> = {},
  ) {
    super(code, text, data);
  }

  static field(pointer: string, code: string, message: Message): Invalid {
    return new Invalid([{ pointer, code, message }]);
  }
}

/** Nothing there, or nothing this caller may know of: both answer alike. */
export class NotFound extends AppError {
  constructor(text: Message = { th: 'ไม่พบข้อมูลที่ขอ', en: 'There is no such resource.' }, code = 'NOT_FOUND') {
    super(code, text);
  }
}

/** The resource was there and its data has been erased. */
export class Gone extends AppError {}

/** The facts do not allow it: wrong state, already there, overtaken. */
export class Conflict extends AppError {}

/** No or wrong credentials. */
export class Unauthenticated extends AppError {}

/** Known caller, missing scope. */
export class Forbidden extends AppError {}

/** `If-Match` names another version than the current one. */
export class Stale extends AppError {
  constructor(currentVersion: number) {
    super(
      'VERSION_STALE',
      {
        th: 'ข้อมูลถูกแก้ไขไปแล้วโดยผู้อื่น กรุณาอ่านข้อมูลใหม่แล้วลองอีกครั้ง',
        en: 'Somebody changed this in the meantime; read it again, then retry.',
      },
      { currentVersion },
    );
  }
}

/** `If-Match` is needed and missing. */
export class PreconditionRequired extends AppError {
  constructor() {
    super('IF_MATCH_REQUIRED', {
      th: 'กรุณาส่งหัว If-Match เป็นค่า ETag ที่อ่านได้ล่าสุด',
      en: 'Send If-Match with the ETag you read last.',
    });
  }
}

/** An Idempotency-Key used before with another body. */
export class IdempotencyKeyReused extends AppError {
  constructor() {
    super('IDEMPOTENCY_KEY_REUSED', {
      th: 'Idempotency-Key นี้เคยใช้กับข้อมูลอื่นแล้ว กรุณาใช้คีย์ใหม่',
      en: 'This Idempotency-Key was used with another request; use a new key.',
    });
  }
}

/** More than the caller may send for now. */
export class TooMany extends AppError {
  constructor(
    code: string,
    text: Message,
    readonly retryAfterSeconds: number,
  ) {
    super(code, text);
  }
}

/** Larger than this service takes. */
export class TooLarge extends AppError {}

/** A kind of content this service does not read. */
export class Unsupported extends AppError {}

/** The service cannot answer now: database away, overload, shutting down. */
export class Unavailable extends AppError {
  constructor(
    code = 'UNAVAILABLE',
    text: Message = {
      th: 'ระบบยังไม่พร้อมให้บริการชั่วคราว กรุณาลองใหม่อีกครั้งในอีกสักครู่',
      en: 'The service cannot answer just now; try again shortly.',
    },
    readonly retryAfterSeconds = 5,
  ) {
    super(code, text);
  }
}

/** The first request with this Idempotency-Key has not been answered yet. */
export class IdempotencyKeyInUse extends Conflict {
  readonly retryAfterSeconds = 1;

  constructor() {
    super('IDEMPOTENCY_KEY_IN_USE', {
      th: 'คำขอแรกที่ใช้ Idempotency-Key นี้ยังทำงานอยู่ กรุณาลองใหม่ในอีกสักครู่',
      en: 'The first request with this Idempotency-Key is still being worked on; retry shortly.',
    });
  }
}
