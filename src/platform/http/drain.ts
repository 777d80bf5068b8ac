import type { FastifyInstance } from 'fastify';

/**
 * While the server closes, a connection whose last answer has just gone out would be kept for more requests and hold
 * the process up; it is closed as soon as it is idle.
 */
export function closeIdleWhileStopping(server: FastifyInstance): void {
  server.addHook('preClose', (done) => {
    const timer = setInterval(() => server.server.closeIdleConnections(), 50);
    server.server.once('close', () => clearInterval(timer));
    timer.unref();
    done();
  });
}
