import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Language } from './language.js';
import { languageOf } from './language.js';
import { appErrorOf } from './foreign-errors.js';
import { headersOf, problemOf } from './problem.js';
import { TooLarge, type AppError } from '../errors.js';

export const problemType = 'application/problem+json; charset=utf-8';

/** Answers with the problem document of `thrown` and returns the error it stands for. */
export function sendProblem(request: FastifyRequest, reply: FastifyReply, thrown: unknown): AppError {
  const error = withLimit(appErrorOf(thrown), request);
  // The router fails before any hook runs, so the context may be missing here.
  const context = request.requestContext as FastifyRequest['requestContext'] | null;
  const language: Language = context?.language ?? languageOf(request.headers['accept-language']);
  const problem = problemOf(error, language, request.id);
  reply
    .code(problem.status)
    .headers(headersOf(error))
    .header('content-type', problemType)
    .header('content-language', language)
    .header('cache-control', 'no-store')
    .header('x-request-id', request.id)
    .send(JSON.stringify(problem));
  return error;
}

/** What is too large says how large it may be. */
function withLimit(error: AppError, { routeOptions }: FastifyRequest): AppError {
  if (error.code !== 'BODY_TOO_LARGE' || !routeOptions.bodyLimit) return error;
  const limit = routeOptions.bodyLimit.toLocaleString('en');
  return new TooLarge(
    'BODY_TOO_LARGE',
    {
      th: `ข้อมูลที่ส่งมาใหญ่เกิน ${limit} ไบต์ (อักษรไทยตัวละ 3 ไบต์) กรุณาแบ่งส่งเป็นหลายครั้ง`,
      en: `The body is larger than ${limit} bytes (a Thai letter takes 3); send it in several parts.`,
    },
    { limitBytes: routeOptions.bodyLimit },
  );
}
