import type { FastifyInstance } from 'fastify';
import { symbols, type DestinationStream, type Logger } from 'pino';
import { timeMember } from './pino-logger.js';

/**
 * One line per request: the route's pattern and never the address itself, which may hold a name or a telephone
 * number; the id of the actor and never a name.
 */
export function logRequests(server: FastifyInstance, pino: Logger): void {
  if (!pino.isLevelEnabled('info')) return;
  const output = (pino as unknown as Record<symbol, DestinationStream>)[symbols.streamSym]!;
  server.addHook('onResponse', (request, reply, done) => {
    const { requestId, actor } = request.requestContext;
    const route = JSON.stringify(request.routeOptions.url ?? 'none');
    const ms = Math.round(reply.elapsedTime * 10) / 10;
    // Written out: it is the one line of every request, and every member is known to need no escaping.
    output.write(
      `{"level":"info"${timeMember()},"msg":"request","requestId":"${requestId}","method":"${request.method}",` +
        `"route":${route},"status":${reply.statusCode},"ms":${ms},"actorId":"${actor.id}"}\n`,
    );
    done();
  });
}
