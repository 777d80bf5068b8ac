import { createServer, type Server } from 'node:http';
import { Unavailable } from '../errors.js';
import { newId } from '../ids.js';
import { languageOf } from './language.js';
import { headersOf, problemOf } from './problem.js';
import { apiHeaders } from './security-headers.js';
import { problemType } from './send-problem.js';

/**
 * Stands where the service will stand, while it waits for its database: alive, and everything else answers 503.
 * Resolves when it listens.
 */
export async function openWaitingRoom(port: number, host: string): Promise<Server> {
  const room = createServer((request, response) => {
    const headers = { ...apiHeaders, connection: 'close', 'cache-control': 'no-store' };
    if (request.url === '/livez') {
      response.writeHead(200, { ...headers, 'content-type': 'application/json; charset=utf-8' });
      return response.end('{"status":"alive"}');
    }
    const absence = new Unavailable('DATABASE_UNAVAILABLE');
    const problem = problemOf(absence, languageOf(request.headers['accept-language']), newId());
    response.writeHead(problem.status, { ...headers, ...headersOf(absence), 'content-type': problemType });
    response.end(JSON.stringify(problem));
  });
  await new Promise<void>((resolve, reject) => {
    room.once('error', reject);
    room.listen(port, host, resolve);
  });
  return room;
}

export const closeWaitingRoom = (room: Server): Promise<void> =>
  new Promise((resolve) => {
    room.close(() => resolve());
    room.closeAllConnections();
  });
