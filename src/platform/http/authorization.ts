import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

/**
 * The `Authorization` header as sent: `string | undefined`. For the few handlers about the credentials themselves;
 * unlike `@Headers()` it is no parameter in the documents, where the security schemes stand for it.
 */
export const Authorization = createParamDecorator(
  (_data: unknown, context: ExecutionContext): string | undefined =>
    context.switchToHttp().getRequest<FastifyRequest>().headers.authorization,
);
