import { HttpException } from '@nestjs/common';
import { AppError } from '../errors.js';
import { HttpProblem } from './problem.js';

/** Codes of Fastify and its multipart plugin, and what they are to us. */
const byForeignCode: Record<string, string> = {
  FST_ERR_BAD_URL: 'URL_MALFORMED',
  FST_ERR_MAX_PARAM_LENGTH: 'URL_TOO_LONG',
  FST_ERR_CTP_BODY_TOO_LARGE: 'BODY_TOO_LARGE',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'MEDIA_TYPE_UNSUPPORTED',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'REQUEST_MALFORMED',
  FST_ERR_HANDLER_TIMEOUT: 'UNAVAILABLE',
  FST_PARTS_LIMIT: 'UPLOAD_TOO_LARGE',
  FST_FILES_LIMIT: 'UPLOAD_ONE_FILE',
  FST_FIELDS_LIMIT: 'UPLOAD_TOO_LARGE',
  FST_REQ_FILE_TOO_LARGE: 'UPLOAD_TOO_LARGE',
  FST_PROTO_VIOLATION: 'UPLOAD_MALFORMED',
  FST_INVALID_MULTIPART_CONTENT_TYPE: 'MEDIA_TYPE_UNSUPPORTED',
  FST_INVALID_JSON_FIELD_ERROR: 'UPLOAD_MALFORMED',
  FST_MP_PREMATURE_CLOSE: 'UPLOAD_MALFORMED',
  ERR_HTTP_REQUEST_TIMEOUT: 'REQUEST_TIMEOUT',
  HPE_HEADER_OVERFLOW: 'HEADERS_TOO_LARGE',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 'BODY_TOO_LARGE',
};

const byStatus: Record<number, string> = {
  400: 'REQUEST_MALFORMED',
  401: 'UNAUTHENTICATED',
  403: 'SCOPE_MISSING',
  404: 'ROUTE_NOT_FOUND',
  405: 'METHOD_NOT_ALLOWED',
  408: 'REQUEST_TIMEOUT',
  413: 'BODY_TOO_LARGE',
  414: 'URL_TOO_LONG',
  415: 'MEDIA_TYPE_UNSUPPORTED',
  429: 'QUOTA_EXCEEDED',
  431: 'HEADERS_TOO_LARGE',
  503: 'UNAVAILABLE',
};

interface Foreign {
  code?: unknown;
  statusCode?: unknown;
  cause?: unknown;
}

/** Translates what frameworks and plugins throw. What nobody expected becomes INTERNAL. */
export function appErrorOf(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  if (typeof thrown !== 'object' || thrown === null) return new HttpProblem('INTERNAL');
  const { code, statusCode, cause } = thrown as Foreign;
  if (isBrokenUpload(thrown as Foreign)) return new HttpProblem('UPLOAD_MALFORMED');
  const known = byForeignCode[String(code)] ?? byForeignCode[String((cause as Foreign | undefined)?.code)];
  const status = thrown instanceof HttpException ? thrown.getStatus() : statusCode;
  return problem(
    known ?? byStatus[Number(status)] ?? (isClientError(status) ? 'REQUEST_MALFORMED' : 'INTERNAL'),
  );
}

/** The parser of uploads throws plain errors for what is the sender's fault; so does a request that is broken off. */
const isBrokenUpload = (thrown: Foreign) =>
  thrown instanceof Error &&
  /^Multipart: Boundary not found$|unexpected end of multipart data$|^aborted$/i.test(thrown.message);

const isClientError = (status: unknown) => typeof status === 'number' && status >= 400 && status < 500;

/** Every unavailability says when to come back. */
const problem = (code: string) => new HttpProblem(code, code === 'UNAVAILABLE' ? { 'retry-after': '5' } : {});
