import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Language } from './language.js';
import { languageOf } from './language.js';
import { appErrorOf } from './foreign-errors.js';
import { headersOf, problemOf } from './problem.js';
import type { AppError } from '../errors.js';

export const problemType = 'application/problem+json; charset=utf-8';

/** Answers with the problem document of `thrown` and returns the error it stands for. */
export function sendProblem(request: FastifyRequest, reply: FastifyReply, thrown: unknown): AppError {
  const error = appErrorOf(thrown);
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
