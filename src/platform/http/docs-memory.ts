/**
 * What the page remembers of answers. Swagger UI gets the source of each of these functions, so each may use nothing
 * from outside but `ui`; they call each other by `ui.fn`.
 */
import type { At, Memory, SwaggerUi, Thing, UiOperation } from './docs-ui.js';

function memory(): Memory {
  const page = globalThis as { docsMemory?: Memory };
  return (page.docsMemory ??= { newest: {}, single: {}, given: [], filled: {} });
}

/** `/v1/moderation/cases/{id}/claim` is about a `case`, `/v1/value-decisions` about a `valueDecision`. */
function kindOf(path: string): string {
  const noun = path.split('/{')[0]!.split('/').at(-1) ?? '';
  return noun.replace(/s$/, '').replace(/-(\w)/g, (_dash, letter: string) => letter.toUpperCase());
}

/** The collection an answer is from: `/v1/imports` for `/v1/imports/01M8…/cancellation`. */
function collectionOf(ui: SwaggerUi, pathname: string, id: unknown): string {
  const [before] = pathname.split(`/${String(id)}`) as [string];
  if (typeof id !== 'string' || `${before}/{id}` in ui.specSelectors.paths().toJS()) return before;
  return before.slice(0, before.lastIndexOf('/'));
}

/** Ids of other things that a thing names: `sellerId`, or a member `seller` with an id. */
function namedIn(thing: Thing): [kind: string, id: string][] {
  const named: [string, string][] = [];
  for (const [member, value] of Object.entries(thing)) {
    const part = (value ?? {}) as { id?: unknown; type?: unknown };
    if (typeof part.id === 'string')
      named.push([typeof part.type === 'string' ? part.type : member, part.id]);
    if (/^[a-z]+Id$/.test(member) && typeof value === 'string') named.push([member.slice(0, -2), value]);
  }
  return named;
}

function exampleOf(ui: SwaggerUi, [path, method]: At): string {
  const { requestBody } = (ui.specSelectors.paths().toJS()[path]?.[method] ?? {}) as UiOperation;
  const [content] = Object.values(requestBody?.content ?? {});
  const [example] = Object.values(content?.examples ?? {});
  return example ? JSON.stringify(example.value, null, 2) : '';
}

/** An example's ids are only examples: in their place come those that the page has just seen. */
function withKnownIds(ui: SwaggerUi, value: unknown, [path, method]: At): unknown {
  const { single, given } = ui.fn.memory();
  const { requestBody } = (ui.specSelectors.paths().toJS()[path]?.[method] ?? {}) as UiOperation;
  const [content] = Object.values(requestBody?.content ?? {});
  const parsed = (): Record<string, unknown> | undefined => {
    try {
      return JSON.parse(String(value)) as Record<string, unknown>;
    } catch {
      return undefined;
    }
  };
  for (const { value: example } of Object.values(content?.examples ?? {})) {
    const ids = Object.keys(example).filter((name) => name.endsWith('Id') && single[name.slice(0, -2)]);
    const body = ids.length > 0 ? parsed() : undefined;
    if (!body || Object.keys(body).length !== Object.keys(example).length) continue;
    const isExample = Object.entries(example).every(
      ([name, member]) =>
        JSON.stringify(body[name]) === JSON.stringify(member) ||
        (ids.includes(name) && given.includes(String(body[name]))),
    );
    if (!isExample) continue;
    for (const name of ids) given.push((body[name] = single[name.slice(0, -2)]) as string);
    return JSON.stringify(body, null, 2);
  }
  return value;
}

export const remembering = { memory, kindOf, collectionOf, namedIn, exampleOf, withKnownIds };
