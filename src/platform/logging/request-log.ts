import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';

/**
 * One line per request: the route's pattern and never the address itself, which may hold a name or a telephone
 * number; the id of the actor and never a name.
 */
export function logRequests(server: FastifyInstance, pino: Logger): void {
  if (!pino.isLevelEnabled('info')) return;
  server.addHook('onResponse', (request, reply, done) => {
    const { requestId, actor } = request.requestContext;
    pino.info({
      msg: 'request',
      requestId,
      method: request.method,
      route: request.routeOptions.url ?? 'none',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime * 10) / 10,
      actorId: actor.id,
    });
    done();
  });
}
