import type { EndpointOptions } from './endpoint.options.js';
import type { HandlerShape } from './handler-shape.js';
import { platformProblem } from './problem-catalogue.js';
import type { DocumentedError, RouteMeta } from './route.js';

/** Everything that can go wrong on a route: what follows from how it is declared, then its own. */
export function errorsOf(
  { list, path, errors = [] }: Pick<EndpointOptions, 'list' | 'path' | 'errors'>,
  { access, body, idempotent, ifMatch, metered }: RouteMeta,
  { query }: HandlerShape,
): DocumentedError[] {
  const takesBody = body !== 'none';
  const codes = [
    'VALIDATION_FAILED',
    ...when(takesBody, 'BODY_MALFORMED', 'BODY_NOT_UTF8', 'BODY_TOO_LARGE', 'MEDIA_TYPE_UNSUPPORTED'),
    ...when(body === 'multipart', 'UPLOAD_MALFORMED', 'UPLOAD_ONE_FILE', 'UPLOAD_TOO_LARGE'),
    ...when(Boolean(list) && query, 'CURSOR_INVALID'),
    ...when(access !== 'public', 'UNAUTHENTICATED'),
    ...when(access !== 'public' && access !== 'authenticated', 'SCOPE_MISSING', 'PASSWORD_CHANGE_NEEDED'),
    ...when(path?.includes(':') ?? false, 'NOT_FOUND'),
    ...when(idempotent, 'IDEMPOTENCY_KEY_INVALID', 'IDEMPOTENCY_KEY_IN_USE', 'IDEMPOTENCY_KEY_REUSED'),
    ...when(ifMatch !== undefined, 'IF_MATCH_INVALID', 'VERSION_STALE'),
    ...when(ifMatch === 'required', 'IF_MATCH_REQUIRED'),
    ...when(metered, 'QUOTA_EXCEEDED', 'OVERLOADED'),
    'INTERNAL',
    'UNAVAILABLE',
  ];
  return [...codes.map(platformProblem), ...errors];
}

const when = (condition: boolean, ...codes: string[]): string[] => (condition ? codes : []);
