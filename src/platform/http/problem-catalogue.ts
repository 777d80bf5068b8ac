import type { DocumentedError } from './route.js';

const line = (status: number, code: string, th: string, en: string): DocumentedError => ({
  status,
  code,
  when: { th, en },
});

/** Every problem the platform itself can answer with; routes add their own by `errors`. */
export const platformProblems = [
  line(
    400,
    'VALIDATION_FAILED',
    'ข้อมูลบางช่องไม่ถูกต้อง ดูรายการใน errors',
    'Some fields are not valid; see errors.',
  ),
  line(400, 'BODY_MALFORMED', 'เนื้อหาที่ส่งมาไม่ใช่ JSON ที่ถูกต้อง', 'The body is not well-formed JSON.'),
  line(400, 'BODY_NOT_UTF8', 'เนื้อหาที่ส่งมาไม่ใช่รหัส UTF-8', 'The body is not UTF-8.'),
  line(400, 'BODY_TOO_DEEP', 'ข้อมูล JSON ซ้อนกันลึกเกินกำหนด', 'The JSON is nested too deeply.'),
  line(400, 'REQUEST_MALFORMED', 'คำขอ HTTP ไม่ถูกต้อง', 'The HTTP request is malformed.'),
  line(400, 'URL_MALFORMED', 'ที่อยู่ (URL) เข้ารหัสไม่ถูกต้อง', 'The URL is not encoded properly.'),
  line(
    400,
    'UPLOAD_MALFORMED',
    'ไฟล์ที่ส่งมาแบบ multipart ไม่สมบูรณ์',
    'The multipart upload is malformed or incomplete.',
  ),
  line(
    400,
    'UPLOAD_ONE_FILE',
    'ส่งได้ครั้งละหนึ่งไฟล์ ในช่อง file กรุณาส่งไฟล์อื่นแยกต่างหาก',
    'Send one file at a time, in the field file; send the others by themselves.',
  ),
  line(
    400,
    'CURSOR_INVALID',
    'cursor ใช้ไม่ได้กับรายการนี้ กรุณาเริ่มจากหน้าแรก',
    'The cursor does not fit this list; start from the first page.',
  ),
  line(
    400,
    'IF_MATCH_INVALID',
    'หัว If-Match ต้องเป็น ETag เดียวที่อ่านได้ล่าสุด',
    'If-Match must be the one ETag you read last.',
  ),
  line(
    400,
    'IDEMPOTENCY_KEY_INVALID',
    'Idempotency-Key ต้องเป็นอักขระ ASCII 1–255 ตัว',
    'Idempotency-Key must be 1 to 255 visible ASCII characters.',
  ),
  line(401, 'UNAUTHENTICATED', 'ยังไม่ได้เข้าสู่ระบบ หรือคีย์ใช้ไม่ได้', 'Credentials are missing or not valid.'),
  line(403, 'SCOPE_MISSING', 'บัญชีหรือคีย์นี้ไม่มีสิทธิ์ทำรายการนี้', 'The account or key lacks the scope this needs.'),
  line(
    403,
    'PASSWORD_CHANGE_NEEDED',
    'ต้องเปลี่ยนรหัสผ่านที่ผู้อื่นออกให้ก่อน',
    'A password that somebody else gave has to be changed first.',
  ),
  line(403, 'ROUTE_WITHOUT_SCOPE', 'เส้นทางนี้ยังไม่เปิดให้ใช้', 'The route is not open to anybody.'),
  line(404, 'NOT_FOUND', 'ไม่พบข้อมูลที่ขอ', 'There is no such resource.'),
  line(
    404,
    'ROUTE_NOT_FOUND',
    'ไม่มีที่อยู่นี้ในบริการ ดูรายการทั้งหมดที่ /docs',
    'There is no such address; see /docs for all of them.',
  ),
  line(
    405,
    'METHOD_NOT_ALLOWED',
    'ที่อยู่นี้ไม่รับคำสั่ง HTTP แบบนี้ ดูหัว Allow',
    'This address does not take this method; see Allow.',
  ),
  line(408, 'REQUEST_TIMEOUT', 'ส่งคำขอมาไม่ครบภายในเวลาที่กำหนด', 'The request did not arrive in time.'),
  line(
    409,
    'IDEMPOTENCY_KEY_IN_USE',
    'คำขอแรกที่ใช้ Idempotency-Key นี้ยังทำงานอยู่',
    'The first request with this Idempotency-Key is still running.',
  ),
  line(412, 'VERSION_STALE', 'ข้อมูลถูกแก้ไขไปแล้วหลังจากที่ท่านอ่าน', 'The resource changed since you read it.'),
  line(413, 'BODY_TOO_LARGE', 'ข้อมูลที่ส่งมาใหญ่เกินกำหนด', 'The body is larger than this service takes.'),
  line(
    413,
    'UPLOAD_TOO_LARGE',
    'ไฟล์ที่ส่งมาใหญ่เกินกำหนด หรือมีหลายส่วนเกินไป',
    'The upload is too large or has too many parts.',
  ),
  line(414, 'URL_TOO_LONG', 'ที่อยู่ (URL) ยาวเกินกำหนด', 'The URL is too long.'),
  line(
    415,
    'MEDIA_TYPE_UNSUPPORTED',
    'ชนิดของเนื้อหา (Content-Type) ไม่ใช่แบบที่รับได้',
    'The Content-Type is not one this address takes.',
  ),
  line(417, 'EXPECTATION_FAILED', 'ไม่รองรับหัว Expect แบบนี้', 'This Expect header is not supported.'),
  line(
    422,
    'IDEMPOTENCY_KEY_REUSED',
    'Idempotency-Key นี้เคยใช้กับข้อมูลอื่นแล้ว',
    'This Idempotency-Key was used with another request.',
  ),
  line(
    428,
    'IF_MATCH_REQUIRED',
    'ต้องส่งหัว If-Match เป็น ETag ที่อ่านได้ล่าสุด',
    'If-Match with the ETag you read last is needed.',
  ),
  line(
    429,
    'QUOTA_EXCEEDED',
    'ส่งคำขอถี่เกินไป กรุณารอตามหัว Retry-After',
    'Too many requests; wait as Retry-After says.',
  ),
  line(431, 'HEADERS_TOO_LARGE', 'หัวของคำขอ HTTP ใหญ่เกินกำหนด', 'The request headers are too large.'),
  line(
    500,
    'INTERNAL',
    'เกิดข้อผิดพลาดในระบบ กรุณาลองใหม่ หากยังเกิดซ้ำโปรดแจ้งผู้ดูแลพร้อมหมายเลขคำขอ',
    'Something went wrong here; retry, and if it persists report the request id.',
  ),
  line(
    503,
    'UNAVAILABLE',
    'ระบบยังไม่พร้อมให้บริการชั่วคราว กรุณาลองใหม่ตามหัว Retry-After',
    'The service cannot answer just now; retry as Retry-After says.',
  ),
  line(
    503,
    'OVERLOADED',
    'มีผู้ใช้งานพร้อมกันมากเกินไป กรุณาลองใหม่ตามหัว Retry-After',
    'Too many requests at once; retry as Retry-After says.',
  ),
] as const satisfies readonly DocumentedError[];

const byCode = new Map<string, DocumentedError>(platformProblems.map((problem) => [problem.code, problem]));

/** The platform's problem of that code. */
export function platformProblem(code: string): DocumentedError {
  const found = byCode.get(code);
  if (found === undefined) throw new Error(`Undocumented problem ${code}`);
  return found;
}
