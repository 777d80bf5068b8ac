import { JsonText } from '../json-text.js';

/**
 * An answer that is JSON in UTF-8 already and is sent as it is: turning Thai text into bytes costs as much as
 * serialising it. Its version becomes the ETag, like that of any other body.
 */
export class JsonBytes {
  constructor(
    readonly bytes: Buffer,
    readonly version?: number,
  ) {}
}

/** What the server sends for a body. */
export function bodyOf(body: unknown): string | Buffer {
  if (body instanceof JsonBytes) return body.bytes;
  return body instanceof JsonText ? body.text : JSON.stringify(body);
}

const [comma, pageStart] = [Buffer.from(','), Buffer.from('{"items":[')];

/** One page of a list whose items are JSON already. */
export function pageOf(items: readonly JsonBytes[], nextCursor: string | null): JsonBytes {
  const between = items.flatMap(({ bytes }, i) => (i === 0 ? [bytes] : [comma, bytes]));
  const end = Buffer.from(`],"nextCursor":${JSON.stringify(nextCursor)}}`);
  return new JsonBytes(Buffer.concat([pageStart, ...between, end]));
}
