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
interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  description?: string;
  example?: string | number;
}
interface Operation {
  parameters?: Parameter[];
  requestBody?: { content: Record<string, Content> };
}
interface Offer {
  name: string;
  path: string;
  method: string;
  type: string;
  content: Content;
}
interface Ready extends Omit<Offer, 'type' | 'content'> {
  fields: Parameter[];
}

describe('examples of the documents', () => {
  let market: TestApp;
  let admin: Client;
  let offers: Offer[];
  let operations: Ready[];
  let schemas: Record<string, Schema>;

  beforeAll(async () => {
    market = await startSampleMarket();
    admin = await market.asStaff('admin');
    const document = describeApi(market.app);
    schemas = document.components?.schemas as Record<string, Schema>;
    operations = Object.entries(document.paths as Record<string, Record<string, Operation>>).flatMap(
      ([path, item]) =>
        Object.entries(item).map(([method, { parameters = [] }]) => ({
          ...{ name: `${method} ${path}`, path, method },
          fields: parameters.filter((one) => one.in === 'path'),
        })),
    );
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

  it('or a word where to find it stand at every field of a path', () => {
    const fields = operations.flatMap((one) => one.fields.map((field) => ({ name: one.name, field })));
    expect(fields.length).toBeGreaterThan(80);
    const bare = fields.filter(
      ({ field }) => field.example === undefined && !/GET \/v1\//.test(field.description!),
    );
    expect(bare.map(({ name }) => name)).toEqual([]);
  });

  it('name lists that there are, where the id is not known yet', () => {
    const lists = operations.flatMap(({ fields }) =>
      fields.flatMap(({ description = '' }) => /GET (\/v1\/\S+)/.exec(description)?.[1] ?? []),
    );
    const paths = new Set(operations.filter(({ method }) => method === 'get').map(({ path }) => path));
    expect([...new Set(lists)].filter((list) => !paths.has(list))).toEqual([]);
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

  it('run as they are in paths, too', async () => {
    const filled = ({ path, fields }: Pick<Ready, 'path' | 'fields'>) =>
      fields.reduce((so, { name, example }) => so.replace(`{${name}}`, encodeURIComponent(example!)), path);
    const ready = operations.filter(
      ({ fields }) => fields.length > 0 && fields.every(({ example }) => example !== undefined),
    );
    const answers: [string, number][] = [];
    for (const one of ready) {
      const { content } = offers.find(({ name }) => name === `${one.name} application/json`) ?? {};
      const values = content ? Object.values(content.examples ?? {}).map(({ value }) => value) : [undefined];
      for (const value of values) {
        const request = one.method === 'put' ? admin.put(filled(one)).send(value) : admin.get(filled(one));
        answers.push([one.name, (await request).status]);
      }
    }
    expect(answers.length).toBeGreaterThan(6);
    expect(answers.filter(([, status]) => status !== 200)).toEqual([]);
  });
});
