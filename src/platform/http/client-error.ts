import type { Socket } from 'node:net';
import { STATUS_CODES, type IncomingMessage, type ServerResponse } from 'node:http';
import { newId } from '../ids.js';
import { appErrorOf } from './foreign-errors.js';
import { languageOf } from './language.js';
import { HttpProblem, problemOf } from './problem.js';
import { requestIdOf } from './request-id.js';
import { problemType } from './send-problem.js';

/** Answers what Node's parser refuses before there is a request: broken HTTP, oversized headers, slow senders. */
export function answerClientError(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const known = ['ERR_HTTP_REQUEST_TIMEOUT', 'HPE_HEADER_OVERFLOW', 'HPE_CHUNK_EXTENSIONS_OVERFLOW'];
  const requestId = newId();
  const cause = known.includes(error.code ?? '') ? error : { statusCode: 400 };
  const problem = problemOf(appErrorOf(cause), 'th', requestId);
  const body = JSON.stringify(problem);
  if (socket.writable) {
    socket.write(
      `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}\r\nConnection: close\r\n` +
        `Content-Type: ${problemType}\r\nContent-Language: th\r\nX-Request-Id: ${requestId}\r\n` +
        `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    );
  }
  socket.destroySoon();
}

/** Answers an `Expect` header other than `100-continue`. */
export function answerExpectation(request: IncomingMessage, response: ServerResponse): void {
  const requestId = requestIdOf(request);
  const language = languageOf(request.headers['accept-language']);
  const problem = problemOf(new HttpProblem('EXPECTATION_FAILED'), language, requestId);
  const body = JSON.stringify(problem);
  response
    .writeHead(problem.status, {
      'Content-Length': Buffer.byteLength(body),
      'Content-Type': problemType,
      'Content-Language': language,
      'X-Request-Id': requestId,
      Connection: 'close',
    })
    .end(body);
}
