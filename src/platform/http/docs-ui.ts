/** The part of Swagger UI that the page uses, all of it official actions, selectors and its interface for plugins. */

/** An operation as Swagger UI names it: path with its brackets, method in small letters. */
export type At = [path: string, method: string];

export interface UiOperation {
  parameters?: { name: string; in: string; required?: boolean }[];
  requestBody?: {
    content: Record<string, { examples?: Record<string, { value: Record<string, unknown> }> }>;
  };
}

export interface SwaggerUi {
  specSelectors: { paths(): { toJS(): Record<string, Record<string, UiOperation>> } };
  specActions: {
    changeParam(at: At, name: string, place: string, value: string | null, xml: boolean): void;
  };
  oas3Selectors: { requestBodyValue(path: string, method: string): unknown };
  oas3Actions: {
    setRequestBodyValue(change: BodyChange): void;
    setRetainRequestBodyValueFlag(change: { value: boolean; pathMethod: At }): void;
  };
  authSelectors: { authorized(): { toJS(): Record<string, { token?: { access_token?: string } }> } };
  fn: PageFunctions;
}

export interface BodyChange {
  value: unknown;
  pathMethod: At;
}

/** An answer as Swagger UI keeps it. */
export interface UiAnswer {
  ok?: boolean;
  url?: string;
  text?: string;
  error?: boolean;
  err?: { name: string; message: string };
}

/** What an answer offers to do next. */
export interface Offer {
  action?: string;
  method: string;
  path: string;
  body?: Record<string, unknown> | null;
}

/** A part of an answer that has a name and may offer something. */
export type Thing = Record<string, unknown> & { id?: unknown; version?: unknown; allowedActions?: Offer[] };

/** What the page remembers until it is gone. */
export interface Memory {
  /** Id of the newest thing of each kind, such as `seller`. */
  newest: Record<string, string>;
  /** Those of answers about one thing only: the others are too uncertain to stand in a body. */
  single: Record<string, string>;
  /** Ids that the page has put into bodies. */
  given: string[];
  /** By operation: what an offer has filled in. */
  filled: Record<string, { fields: Record<string, string>; body: string }>;
}

/** What the page adds to Swagger UI's own functions. */
export interface PageFunctions {
  memory(): Memory;
  kindOf(path: string): string;
  collectionOf(ui: SwaggerUi, pathname: string, id: unknown): string;
  namedIn(thing: Thing): [kind: string, id: string][];
  exampleOf(ui: SwaggerUi, at: At): string;
  withKnownIds(ui: SwaggerUi, value: unknown, at: At): unknown;
  fillFromAnswer(ui: SwaggerUi, at: At, answer: UiAnswer): void;
  fillFields(ui: SwaggerUi, pathname: string, thing: Thing, single: boolean): void;
  fillOffers(ui: SwaggerUi, asked: At, offers: Offer[]): void;
  fillRoute(ui: SwaggerUi, at: At, path: string, again: boolean): Record<string, string>;
  fillBody(ui: SwaggerUi, at: At, fields: Record<string, string>, body: string): void;
  forgetBody(ui: SwaggerUi, at: At, name: string, value: unknown): void;
}
