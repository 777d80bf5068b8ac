import multipart from '@fastify/multipart';
import type { FastifyInstance } from 'fastify';

/**
 * Lets routes with `body: 'multipart'` read their upload as a stream: `await request.file()`.
 *
 * The plugin's hooks, which would run for every request of the service, tidy up after `saveRequestFiles()`; nothing
 * here writes uploads to temporary files, so they are left out.
 */
export function installUploads(server: FastifyInstance, uploadLimit: number): void {
  const limits = {
    files: 1,
    fields: 20,
    parts: 25,
    fieldSize: 100_000,
    headerPairs: 50,
    fileSize: uploadLimit,
  };
  const withoutHooks: FastifyInstance = new Proxy(server, {
    get: (target, name) => (name === 'addHook' ? () => withoutHooks : Reflect.get(target, name, target)),
  });
  void multipart(withoutHooks as never, { limits }, () => undefined);
}
