/**
 * Saves people copying. After an answer its ids stand wherever they are asked for, the version in `If-Match`, and what
 * its `allowedActions` bring (ids, questions, bodies) stands where they are sent. Of a list the first thing to do is
 * taken. Nothing is sent by itself, nothing is kept when the page is gone. Swagger UI gets the source of each of these
 * functions, so each may use nothing from outside but `ui`.
 */
import type { At, BodyChange, Offer, SwaggerUi, Thing, UiAnswer } from './docs-ui.js';

function fillFromAnswer(ui: SwaggerUi, at: At, answer: UiAnswer): void {
  const { pathname } = new URL(answer.url ?? '', 'http://localhost');
  if (!answer.ok || !answer.text?.startsWith('{') || !pathname.startsWith('/v1/')) return;
  const whole = JSON.parse(answer.text) as Thing & { items?: Thing[]; case?: Thing; decision?: Thing };
  const offering = whole.items?.filter(({ allowedActions }) => allowedActions?.length) ?? [];
  const isIdle = ({ action }: Offer) => action === 'skip' || action === 'undo';
  const todo = offering.find((item) => !item.allowedActions?.every(isIdle)) ?? offering[0];
  const first = todo ?? whole.items?.[0];
  ui.fn.fillFields(ui, pathname, whole, true);
  if (first) ui.fn.fillFields(ui, pathname, first, whole.items?.length === 1);
  for (const part of [whole, whole.case, whole.decision, todo])
    if (part?.allowedActions) ui.fn.fillOffers(ui, at, part.allowedActions);
  for (const [path, operations] of Object.entries(ui.specSelectors.paths().toJS())) {
    for (const method of Object.keys(operations)) {
      const value = ui.oas3Selectors.requestBodyValue(path, method);
      if (typeof value === 'string' && ui.fn.withKnownIds(ui, value, [path, method]) !== value)
        ui.oas3Actions.setRequestBodyValue({ value, pathMethod: [path, method] });
    }
  }
}

/** The thing's own id, those it names, its version, and members by the name of a field, such as `username`. */
function fillFields(ui: SwaggerUi, pathname: string, thing: Thing, single: boolean): void {
  const { newest, single: known } = ui.fn.memory();
  const paths = ui.specSelectors.paths().toJS();
  const own = ui.fn.collectionOf(ui, pathname, thing.id);
  const ids = Object.fromEntries(ui.fn.namedIn(thing));
  const kind = ui.fn.kindOf(own);
  if (typeof thing.id === 'string' && `${own}/{id}` in paths) ids[kind] = thing.id;
  Object.assign(newest, ids);
  if (single && ids[kind]) known[kind] = ids[kind];
  for (const [path, operations] of Object.entries(paths)) {
    const [before, name] = path.split(/\/\{(\w+)\}/) as [string, string?];
    const near = before.startsWith(own) || own.startsWith(before);
    const value =
      name === 'id'
        ? ids[ui.fn.kindOf(before)]
        : (ids[(name ?? '').replace(/Id$/, '')] ?? (near && thing[name!]));
    const isThis = path === pathname || path === `${own}/{id}`;
    for (const [method, { parameters = [] }] of Object.entries(operations)) {
      const fill = (field: string, place: string, text: string | null) =>
        ui.specActions.changeParam([path, method], field, place, text, false);
      const matched = parameters.some((one) => one.name === 'If-Match' && one.required);
      if (name && (typeof value === 'string' || typeof value === 'number')) fill(name, 'path', String(value));
      if (matched && isThis && typeof thing.version === 'number')
        fill('If-Match', 'header', `"${thing.version}"`);
      // The version of another thing would be wrong, or right by chance, which is worse.
      else if (matched && name === 'id' && value && !isThis) fill('If-Match', 'header', null);
    }
  }
}

/**
 * Of several bodies for one operation the first useful one stands there, never the one that leaves something out. Has
 * that very operation just been sent, the next choice is another one, so that a second press must not make it.
 */
function fillOffers(ui: SwaggerUi, asked: At, offers: Offer[]): void {
  const paths = ui.specSelectors.paths().toJS();
  const fits = (template: string, route: string) => {
    const parts = route.split('/');
    const own = template.split('/');
    return own.length === parts.length && own.every((part, i) => part[0] === '{' || part === parts[i]);
  };
  const byOperation = new Map<string, Offer[]>();
  for (const offer of offers) {
    const route = offer.path.split('?')[0]!;
    const template = route in paths ? route : Object.keys(paths).find((path) => fits(path, route));
    if (template === undefined) continue;
    const key = `${template} ${offer.method.toLowerCase()}`;
    byOperation.set(key, [...(byOperation.get(key) ?? []), offer]);
  }
  for (const [key, choices] of byOperation) {
    const at = key.split(' ') as At;
    const useful = choices.find(({ body }) => body && body['action'] !== 'skip');
    const again = choices.length > 1 && key === asked.join(' ');
    const fields = ui.fn.fillRoute(ui, at, choices[0]!.path, again);
    if (useful && !again) ui.fn.fillBody(ui, at, fields, JSON.stringify(useful.body, null, 2));
    else if (choices.some(({ body }) => body)) ui.fn.fillBody(ui, at, {}, ui.fn.exampleOf(ui, at));
  }
}

/** Fields of the path and the question; the last one of the path stays empty where people are to choose it anew. */
function fillRoute(ui: SwaggerUi, at: At, path: string, again: boolean): Record<string, string> {
  const [route, question] = path.split('?') as [string, string?];
  const parts = route.split('/');
  const fields: Record<string, string> = {};
  at[0].split('/').forEach((part, i) => {
    if (part[0] === '{') fields[part.slice(1, -1)] = parts[i]!;
  });
  const last = Object.keys(fields).at(-1);
  for (const [name, value] of Object.entries(fields))
    ui.specActions.changeParam(
      at,
      name,
      'path',
      again && name === last && name !== 'id' ? null : value,
      false,
    );
  for (const [name, value] of new URLSearchParams(question))
    ui.specActions.changeParam(at, name, 'query', value, false);
  return fields;
}

function fillBody(ui: SwaggerUi, at: At, fields: Record<string, string>, body: string): void {
  ui.fn.memory().filled[at.join()] = { fields, body };
  // Else the example takes its place when the operation is unfolded.
  ui.oas3Actions.setRetainRequestBodyValueFlag({ value: true, pathMethod: at });
  ui.oas3Actions.setRequestBodyValue({ value: body, pathMethod: at });
}

/** Who types another row means another row: what an offer has filled in for the one before goes. */
function forgetBody(ui: SwaggerUi, at: At, name: string, value: unknown): void {
  const { filled } = ui.fn.memory();
  const { fields = {}, body } = filled[at.join()] ?? {};
  if (fields[name] === undefined || fields[name] === value) return;
  delete filled[at.join()];
  if (ui.oas3Selectors.requestBodyValue(...at) === body) ui.fn.fillBody(ui, at, {}, ui.fn.exampleOf(ui, at));
}

export const filling = { fillFromAnswer, fillFields, fillOffers, fillRoute, fillBody, forgetBody };

type Action<Asked extends unknown[]> = (...asked: Asked) => unknown;
/** A parameter as Swagger UI names it where people type. */
type Named = { get(member: 'name' | 'in'): string };

/** Where Swagger UI tells of answers, of typing and of bodies. */
export const fillingActions = {
  spec: {
    setResponse:
      (original: Action<[string, string, UiAnswer]>, ui: SwaggerUi) =>
      (path: string, method: string, answer: UiAnswer) => {
        const done = original(path, method, answer);
        ui.fn.fillFromAnswer(ui, [path, method], answer);
        return done;
      },
    // What people type is kept by the name of the field, too; else it would hide what is filled in later.
    changeParamByIdentity:
      (_original: unknown, ui: SwaggerUi) => (at: At, field: Named, value: string | null, xml: boolean) => {
        if (field.get('in') === 'path') ui.fn.forgetBody(ui, at, field.get('name'), value);
        return ui.specActions.changeParam(at, field.get('name'), field.get('in'), value, xml);
      },
  },
  oas3: {
    setRequestBodyValue:
      (original: Action<[BodyChange]>, ui: SwaggerUi) =>
      ({ value, pathMethod }: BodyChange) =>
        original({ value: ui.fn.withKnownIds(ui, value, pathMethod), pathMethod }),
  },
};
