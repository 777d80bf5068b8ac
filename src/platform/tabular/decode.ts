import { TextDecoder } from 'node:util';
import type { TextEncoding } from './encoding.js';
import { refused } from './table-refused.js';

const SLICE_BYTES = 64 * 1024;

/**
 * Text of a byte stream in pieces of bounded size, without the byte order mark. A Thai letter cut in two by
 * the border of two chunks comes out whole. Throws `TableRefused` where the bytes are not text of `encoding`.
 */
export async function* decodeText(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  encoding: TextEncoding,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  for await (const chunk of chunks) {
    for (let start = 0; start < chunk.length; start += SLICE_BYTES) {
      const text = decode(decoder, chunk.subarray(start, start + SLICE_BYTES));
      if (text !== '') yield text;
    }
  }
  const rest = decode(decoder);
  if (rest !== '') yield rest;
}

function decode(decoder: TextDecoder, bytes?: Uint8Array): string {
  try {
    return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true });
  } catch {
    throw refused.damaged();
  }
}
