import type { FastifyInstance } from 'fastify';
import type { Gate } from './gate.js';

/**
 * While the server closes, Node waits for every connection. One whose last answer has just gone out would be kept for
 * more requests, one that never sent any is not even called idle; both would hold the process up for minutes. Each is
 * closed once nobody is being served.
 */
export function closeConnectionsWhileStopping(server: FastifyInstance, gate: Gate): void {
  server.addHook('preClose', (done) => {
    const timer = setInterval(() => {
      if (gate.isQuiet) server.server.closeAllConnections();
      else server.server.closeIdleConnections();
    }, 50);
    server.server.once('close', () => clearInterval(timer));
    timer.unref();
    done();
  });
}
