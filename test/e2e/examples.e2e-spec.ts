import { describeApi } from '../../src/platform/http/openapi.js';
import type { TestApp } from '../setup/app.js';
import type { Client } from '../setup/clients.js';
import { startSampleMarket } from '../setup/sample-market.js';

interface Schema {
  $ref?: string;
  example?: unknown;
  format?: string;
  required?: string[];
  properties?: Record<string, Schema>;
}
interface Content {
  schema?: Schema;
  examples?: Record<string, { value: object }>;
}
interface Operation {
  requestBody?: { content: Record<string, Content> };
}
interface Offer {
  name: string;
  path: string;
  method: string;
  type: string;
  content: Content;
}

describe('examples of the documents', () => {
  let market: TestApp;
  let admin: Client;
  let offers: Offer[];
  let schemas: Record<string, Schema>;

  beforeAll(async () => {
    market = await startSampleMarket();
    admin = await market.asStaff('admin');
    const document = describeApi(market.app);
    schemas = document.components?.schemas as Record<string, Schema>;
    offers = Object.entries(document.paths as Record<string, Record<string, Operation>>).flatMap(
      ([path, item]) =>
        Object.entries(item).flatMap(([method, { requestBody }]) =>
          Object.entries(requestBody?.content ?? {}).map(([type, content]) => ({
            ...{ name: `${method} ${path} ${type}`, path, method, type, content },
          })),
        ),
    );
  });
  afterAll(() => market.close());

  const schemaOf = ({ schema = {} }: Content): Schema =>
    schemas[schema.$ref?.split('/').at(-1) ?? ''] ?? schema;

  /** A form shows its members one by one: each that must be filled in has an example, or is a file. */
  const shown = ({ content }: Offer): boolean => {
    if (Object.keys(content.examples ?? {}).length > 0) return true;
    const { properties = {}, required = [] } = schemaOf(content);
    return (
      required.length > 0 &&
      required.every(
        (name) => properties[name]?.example !== undefined || properties[name]?.format === 'binary',
      )
    );
  };

  /** It is about a thing whose id has to be filled in. */
  const namesSomething = (value: object): boolean => Object.keys(value).some((name) => name.endsWith('Id'));

  it('are there for every operation that takes a body', () => {
    expect(offers.length).toBeGreaterThan(15);
    expect(offers.filter((offer) => !shown(offer)).map(({ name }) => name)).toEqual([]);
  });

  it('run as they are, where no id has to be filled in', async () => {
    const runnable = offers.filter(
      ({ method, path, type }) => method === 'post' && !path.includes('{') && type === 'application/json',
    );
    const answers: [string, number][] = [];
    for (const { path, content } of runnable) {
      for (const [key, { value }] of Object.entries(content.examples ?? {})) {
        if (namesSomething(value)) continue;
        const { status } = await admin.post(path).send(value);
        answers.push([`${path} ${key}`, status]);
      }
    }
    expect(answers.length).toBeGreaterThan(10);
    expect(answers.filter(([, status]) => status < 200 || status > 299)).toEqual([]);
  });
});
