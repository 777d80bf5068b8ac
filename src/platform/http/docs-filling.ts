/** What an answer offers to do next. */
interface Offer {
  method: string;
  path: string;
  body?: object | null;
}

/** A part of an answer that has a name and may offer something. */
interface Part {
  id?: unknown;
  allowedActions?: Offer[];
}

/** An answer as Swagger UI hands it to its interceptor. */
interface Answer {
  ok: boolean;
  url: string;
  text?: string;
}

/** The part of Swagger UI that is used here, all of it official actions and selectors. */
interface SwaggerUi {
  specSelectors: { paths(): { toJS(): Record<string, Record<string, unknown>> } };
  specActions: {
    changeParam(at: [string, string], name: string, place: string, value: string, xml: boolean): void;
  };
  oas3Actions: {
    setRequestBodyValue(change: { value: string; pathMethod: [string, string] }): void;
    setRetainRequestBodyValueFlag(change: { value: boolean; pathMethod: [string, string] }): void;
  };
}

/**
 * Saves people copying. After an answer about one thing (`/v1/imports`, `/v1/moderation/cases/next`) its id stands in
 * the field `id` of all operations about such things; what its `allowedActions` bring (ids, questions, bodies) stands
 * where they are sent. Of a list the first thing to do is taken. Nothing is sent by itself, nothing is kept when the
 * page is gone. Swagger UI gets the source of this function, so it may use nothing from outside.
 */
export function fillFromAnswer(answer: Answer): Answer {
  const ui = (globalThis as unknown as { ui?: SwaggerUi }).ui;
  const { pathname } = new URL(answer.url);
  if (!ui || !answer.ok || !answer.text?.startsWith('{') || !pathname.startsWith('/v1/')) return answer;
  const paths = ui.specSelectors.paths().toJS();
  const whole = JSON.parse(answer.text) as Part & { items?: Part[]; case?: Part; decision?: Part };

  const fillId = (id: string) => {
    const [before] = pathname.split(`/${id}`) as [string];
    const own = `${before}/{id}` in paths ? before : before.slice(0, before.lastIndexOf('/'));
    for (const [path, operations] of Object.entries(paths)) {
      if (path !== `${own}/{id}` && !path.startsWith(`${own}/{id}/`)) continue;
      for (const method of Object.keys(operations))
        ui.specActions.changeParam([path, method], 'id', 'path', id, false);
    }
  };
  const fillOffer = ({ method, path, body }: Offer) => {
    const [route, question] = path.split('?') as [string, string?];
    const parts = route.split('/');
    const fits = (template: string) =>
      template.split('/').length === parts.length &&
      template.split('/').every((part, i) => part[0] === '{' || part === parts[i]);
    const template = route in paths ? route : Object.keys(paths).find(fits);
    if (template === undefined) return;
    const at: [string, string] = [template, method.toLowerCase()];
    template.split('/').forEach((part, i) => {
      if (part[0] === '{') ui.specActions.changeParam(at, part.slice(1, -1), 'path', parts[i]!, false);
    });
    for (const [name, value] of new URLSearchParams(question))
      ui.specActions.changeParam(at, name, 'query', value, false);
    if (!body) return;
    // Else the example takes its place when the operation is unfolded.
    ui.oas3Actions.setRetainRequestBodyValueFlag({ value: true, pathMethod: at });
    ui.oas3Actions.setRequestBodyValue({ value: JSON.stringify(body, null, 2), pathMethod: at });
  };

  const first = whole.items?.find((item) => typeof item.id === 'string' && item.allowedActions?.length);
  for (const named of [whole, first]) if (typeof named?.id === 'string') fillId(named.id);
  for (const part of [whole, whole.case, whole.decision, first]) part?.allowedActions?.forEach(fillOffer);
  return answer;
}
