import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '../errors.js';
import { describeError } from '../logging/describe-error.js';
import { statusOf } from './problem.js';
import { sendProblem } from './send-problem.js';

/** Turns everything thrown anywhere into problem+json, and logs what nobody expected. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('http');

  catch(thrown: unknown, host: ArgumentsHost): void {
    const request = host.getArgByIndex<FastifyRequest>(0);
    const reply = host.getArgByIndex<FastifyReply>(1);
    if (reply.sent || reply.raw.headersSent) {
      this.report('failed after the answer began', request, thrown);
      reply.raw.destroy();
      return;
    }
    const error = sendProblem(request, reply, thrown);
    if (!(thrown instanceof AppError) && statusOf(error) >= 500) {
      this.report('unexpected error', request, thrown);
    }
  }

  private report(msg: string, request: FastifyRequest, thrown: unknown): void {
    this.logger.error({ msg, requestId: request.id, ...describeError(thrown) });
  }
}
