import type { OpenAPIObject } from '@nestjs/swagger';
import { shareResponses, type Answers } from './openapi-share.js';
import { explainIds, type Parameterised } from './openapi-ids.js';
import { tagName, tags, type Tag } from './tags.js';

type Operation = Record<string, unknown> &
  Answers &
  Parameterised & { operationId?: string; tags?: string[] };
type PathItem = Record<string, Operation>;

const tagOrder = (Object.keys(tags) as Tag[]).map(tagName);
const methodOrder = ['get', 'post', 'put', 'patch', 'delete'];

/**
 * Puts the document in the order of what people do, without routes that nobody may call.
 * @throws Error for two operations of one name
 */
export function arrange(document: OpenAPIObject): OpenAPIObject {
  const paths = document.paths as unknown as Record<string, PathItem>;
  const offered = Object.entries(paths).map(([path, item]) => [path, declared(item)] as const);
  const ranked = offered
    .filter(([, item]) => Object.keys(item).length > 0)
    .map(([path, item]) => ({
      path,
      item: inOrder(item),
      rank: rankOf(item),
    }));
  ranked.sort((a, b) => a.rank - b.rank || (a.path < b.path ? -1 : 1));
  const operations = ranked.flatMap(({ item }) => Object.values(item));
  refuseTwins(operations);
  for (const operation of operations) delete operation['x-order'];
  explainIds(paths);
  const used = new Set(operations.flatMap((operation) => operation.tags ?? []));
  const schemas = Object.entries(document.components?.schemas ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  const responses = shareResponses(operations);
  return {
    ...document,
    tags: tagOrder.filter((name) => used.has(name)).map((name) => ({ name })),
    paths: Object.fromEntries(ranked.map(({ path, item }) => [path, item])) as OpenAPIObject['paths'],
    components: {
      ...document.components,
      responses,
      schemas: Object.fromEntries(schemas),
    } as OpenAPIObject['components'],
  };
}

const inOrder = (item: PathItem): PathItem =>
  Object.fromEntries(
    Object.entries(item).sort(
      ([a, one], [b, other]) =>
        placeOf(one) - placeOf(other) || methodOrder.indexOf(a) - methodOrder.indexOf(b),
    ),
  );

/** As the endpoint asks for with `order`; endpoints that do not ask come last. */
const placeOf = (operation: Operation): number => Number(operation['x-order'] ?? 100);

/** By tag, then by the smallest `order` among the operations of the path. */
const rankOf = (item: PathItem): number =>
  Math.min(
    ...Object.values(item).map(
      (operation) => tagOrder.indexOf(operation.tags?.[0] ?? '') * 10_000 + placeOf(operation),
    ),
  );

const declared = (item: PathItem): PathItem =>
  Object.fromEntries(Object.entries(item).filter(([, operation]) => 'x-required-scope' in operation));

function refuseTwins(operations: readonly Operation[]): void {
  const seen = new Set<string>();
  for (const { operationId = '' } of operations) {
    if (seen.has(operationId)) {
      throw new Error(`Two operations are called ${operationId}; give one an operationId of its own`);
    }
    seen.add(operationId);
  }
}
