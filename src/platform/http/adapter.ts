import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { answerClientError } from './client-error.js';
import type { HttpOptions } from './http.options.js';
import { requestIdOf } from './request-id.js';
import { apiHeaders } from './security-headers.js';
import { sendProblem } from './send-problem.js';

/** Nest's way to Fastify, with every limit set and every refusal a problem document. */
export const createAdapter = (options: HttpOptions): FastifyAdapter =>
  new FastifyAdapter({
    trustProxy: options.trustProxy,
    bodyLimit: options.bodyLimit,
    requestTimeout: options.requestTimeout,
    connectionTimeout: options.connectionTimeout,
    keepAliveTimeout: options.keepAliveTimeout,
    http: {
      headersTimeout: options.headersTimeout,
      requestTimeout: options.requestTimeout,
      connectionsCheckingInterval: Math.min(2000, options.headersTimeout),
      // Checked by a hook instead, which answers with a problem document.
      requireHostHeader: false,
    },
    requestIdHeader: false,
    genReqId: requestIdOf,
    // While stopping, whoever still has a connection is served and told that it closes.
    return503OnClosing: false,
    // No middleware is used anywhere, so its hook would be idle work for every request.
    skipMiddie: true,
    // A username in a path is up to 9 times longer once encoded.
    routerOptions: { maxParamLength: 1000 },
    frameworkErrors: (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
      reply.headers(apiHeaders);
      sendProblem(request, reply, error);
    },
    clientErrorHandler: answerClientError,
  });
