/**
 * The load generator, a process of its own: reads one order as JSON from stdin, asks one server for a few seconds
 * over loopback, and prints what came back as JSON.
 */
import { randomUUID } from 'node:crypto';
import autocannon from 'autocannon';
import { registration } from './market.mjs';

let text = '';
for await (const chunk of process.stdin) text += chunk;
/** `paths` for reading; `from` is the number of the first registration. */
const order = JSON.parse(text);
if (!/^http:\/\/127\.0\.0\.1:\d+$/.test(order.url)) throw new Error('The load stays on this machine.');

let next = order.from;
const requests = {
  register: (request) => ({
    ...request,
    method: 'POST',
    path: '/v1/sellers',
    headers: { ...request.headers, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: JSON.stringify(registration(next++)),
  }),
  read: (request) => ({
    ...request,
    method: 'GET',
    path: order.paths[Math.floor(Math.random() * order.paths.length)],
  }),
};

const result = await autocannon({
  url: order.url,
  connections: 32,
  headers: order.headers,
  timeout: 10,
  requests: [{ setupRequest: order.paths ? requests.read : requests.register }],
  ...(order.amount ? { amount: order.amount } : { duration: order.seconds }),
});
console.log(
  JSON.stringify({
    next,
    answered: result['2xx'],
    errors: result.errors + result.timeouts + result.non2xx,
    statuses: result.statusCodeStats,
    seconds: (result.finish - result.start) / 1000,
    p99: result.latency.p99,
  }),
);
