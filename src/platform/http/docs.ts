import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule } from '@nestjs/swagger';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { problemsPage, scopesPage } from './docs-pages.js';
import { fontFiles, swaggerStyle } from './docs-style.js';
import { pagePlugins } from './docs-plugin.js';
import { mendPasted } from './docs-pasting.js';
import { describeApi } from './openapi.js';
import { RouteIndex } from './route-index.js';

const resolve = createRequire(import.meta.url).resolve;

/** Swagger UI, the OpenAPI document, and the pages it links to, all under /docs and all from this service. */
export function installDocs(app: NestFastifyApplication): void {
  const server = app.getHttpAdapter().getInstance();
  const index = new RouteIndex(server);
  server.decorate('routeIndex', index);
  SwaggerModule.setup('docs', app, () => describeApi(app), {
    jsonDocumentUrl: 'docs/openapi.json',
    yamlDocumentUrl: 'docs/openapi.yaml',
    customSiteTitle: 'ทะเบียนผู้ขาย ตลาดกลาง ชสอ. ออนไลน์',
    customCss: swaggerStyle,
    swaggerOptions: {
      // Tokens must not outlive the page.
      persistAuthorization: false,
      tryItOutEnabled: true,
      deepLinking: true,
      displayRequestDuration: true,
      docExpansion: 'list',
      defaultModelsExpandDepth: 0,
      validatorUrl: null,
      requestInterceptor: mendPasted,
      plugins: pagePlugins,
    },
  });
  installFonts(server);
  server.get('/docs/problems', (request, reply) => {
    if (wantsJson(request)) return reply.send(index.allProblems());
    return reply.type('text/html; charset=utf-8').send(problemsPage(index));
  });
  server.get('/docs/scopes', (request, reply) => {
    if (wantsJson(request)) return reply.send(index.routes);
    return reply.type('text/html; charset=utf-8').send(scopesPage(index));
  });
}

const wantsJson = ({ headers }: FastifyRequest) =>
  headers.accept?.includes('application/json') === true && !headers.accept.includes('text/html');

function installFonts(server: FastifyInstance): void {
  const folder = join(dirname(resolve('@fontsource/sarabun/package.json')), 'files');
  for (const file of fontFiles) {
    server.get(`/docs/fonts/${file}`, (_request, reply) =>
      reply
        .type('font/woff2')
        .header('cache-control', 'public, max-age=31536000, immutable')
        .send(readFileSync(join(folder, file))),
    );
  }
}
