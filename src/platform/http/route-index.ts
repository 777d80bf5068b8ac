import type { FastifyInstance } from 'fastify';
import { platformProblems } from './problem-catalogue.js';
import type { Access, DocumentedError } from './route.js';

/** One line of the table of who may call what. */
export interface RouteLine {
  method: string;
  path: string;
  access: Access;
}

/** Whether the address belongs to the documents, which are open to everybody. */
export const isDocs = (url: string): boolean => url === '/docs' || url.startsWith('/docs/');

/** Collects, while routes are added, what the pages of the documents list. */
export class RouteIndex {
  readonly routes: RouteLine[] = [];
  /** Routes nobody declared, which are refused: `GET /v1/forgotten`. */
  readonly undeclared: string[] = [];
  private readonly problems = new Map<string, DocumentedError>(
    platformProblems.map((problem) => [problem.code, problem]),
  );

  constructor(server: FastifyInstance) {
    server.addHook('onRoute', ({ config, method, url }) => {
      const methods = [method].flat().filter((one) => one !== 'HEAD');
      if (config?.route === undefined) {
        if (!isDocs(url)) this.undeclared.push(...methods.map((one) => `${one} ${url}`));
        return;
      }
      const { access, errors } = config.route;
      for (const problem of errors) this.problems.set(problem.code, problem);
      this.routes.push(...methods.map((one) => ({ method: one, path: url, access })));
    });
  }

  /** Every documented problem, by status and code. */
  allProblems(): DocumentedError[] {
    return [...this.problems.values()].sort((a, b) => a.status - b.status || (a.code < b.code ? -1 : 1));
  }
}

declare module 'fastify' {
  interface FastifyInstance {
    routeIndex: RouteIndex;
  }
}
