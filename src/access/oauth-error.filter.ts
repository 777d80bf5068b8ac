import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { appErrorOf } from '../platform/http/foreign-errors.js';
import { headersOf, problemOf } from '../platform/http/problem.js';
import { oauthMembersOf } from './oauth-errors.js';

/** The token endpoint's errors: our problem document, readable for any OAuth client (RFC 6749, 5.2). */
@Catch()
export class OAuthErrorFilter implements ExceptionFilter {
  catch(thrown: unknown, host: ArgumentsHost): void {
    const request = host.getArgByIndex<FastifyRequest>(0);
    const reply = host.getArgByIndex<FastifyReply>(1);
    const error = appErrorOf(thrown);
    const problem = problemOf(error, request.requestContext.language, request.id);
    void reply
      .code(problem.status)
      .headers(headersOf(error))
      .header('content-type', 'application/json; charset=utf-8')
      .header('content-language', request.requestContext.language)
      .header('pragma', 'no-cache')
      .send(JSON.stringify({ ...oauthMembersOf(error), ...problem }));
  }
}
