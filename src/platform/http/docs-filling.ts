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
 * Saves people copying: after an answer about one thing (`/v1/imports`, `/v1/imports/01M8…`) its id stands in the
 * field `id` of all operations about such things, and the bodies that its `allowedActions` bring stand where they are
 * sent. Nothing is sent by itself, nothing is kept when the page is gone. Swagger UI gets the source of this function,
 * so it may use nothing from outside.
 */
export function fillFromAnswer(answer: Answer): Answer {
  const ui = (globalThis as unknown as { ui?: SwaggerUi }).ui;
  if (!ui || !answer.ok || !answer.text?.startsWith('{')) return answer;
  const { id, allowedActions = [] } = JSON.parse(answer.text) as {
    id?: unknown;
    allowedActions?: { method: string; path: string; body?: object | null }[];
  };
  const { pathname } = new URL(answer.url);
  if (typeof id !== 'string' || !pathname.startsWith('/v1/')) return answer;
  const collection = pathname.endsWith(`/${id}`) ? pathname.slice(0, -id.length - 1) : pathname;
  const about = `${collection}/{id}`;
  for (const [path, operations] of Object.entries(ui.specSelectors.paths().toJS())) {
    if (path !== about && !path.startsWith(`${about}/`)) continue;
    for (const method of Object.keys(operations))
      ui.specActions.changeParam([path, method], 'id', 'path', id, false);
  }
  for (const { method, path, body } of allowedActions) {
    if (!body) continue;
    const pathMethod: [string, string] = [path.replace(id, '{id}'), method.toLowerCase()];
    // Else the example takes its place when the operation is unfolded.
    ui.oas3Actions.setRetainRequestBodyValueFlag({ value: true, pathMethod });
    ui.oas3Actions.setRequestBodyValue({ value: JSON.stringify(body, null, 2), pathMethod });
  }
  return answer;
}
