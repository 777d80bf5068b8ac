/** A request as Swagger UI hands it to its interceptor. */
interface Asked {
  body?: unknown;
}

/**
 * Lets people paste many lines (a chat, a member list) between the quotation marks of a body: line breaks and tabs
 * there are written as JSON wants them. A body that is right already, or wrong in another way, goes out as it is.
 * Swagger UI gets the source of this function, so it may use nothing from outside.
 */
export function mendPasted<Request extends Asked>(request: Request): Request {
  const { body } = request;
  if (typeof body !== 'string' || !body.trimStart().startsWith('{')) return request;
  const isJson = (text: string) => {
    try {
      JSON.parse(text);
      return true;
    } catch {
      return false;
    }
  };
  if (isJson(body)) return request;
  const mended = body.replace(/"(?:[^"\\]|\\.)*"/gs, (text) =>
    text.replace(/\r\n?|\n/g, '\\n').replace(/\t/g, '\\t'),
  );
  if (isJson(mended)) request.body = mended;
  return request;
}
