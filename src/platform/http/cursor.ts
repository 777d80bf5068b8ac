import { createHmac, timingSafeEqual } from 'node:crypto';
import { Invalid } from '../errors.js';
import { canonicalJson } from './canonical-json.js';
import type { Page } from './page.dto.js';
import { platformProblem } from './problem-catalogue.js';

/** Values of the order's columns in the last row of a page, unique together; the next page begins after them. */
export type Position = readonly (string | number | null)[];

/**
 * Makes and reads the cursors of lists: keyset positions, signed together with the list's filter and order
 * (`binding`), so that a cursor works only where it came from.
 */
export class Cursors {
  constructor(private readonly secret: Buffer) {}

  /**
   * Where the page begins; undefined for the first.
   * @throws Invalid CURSOR_INVALID for a tampered cursor or one of another list, filter or order
   */
  open(cursor: string | undefined, binding: unknown): Position | undefined {
    if (cursor === undefined) return undefined;
    const [content = '', signature = '', more] = cursor.split('.');
    const expected = this.sign(content, binding);
    const given = Buffer.from(signature, 'base64url');
    const genuine =
      more === undefined && given.length === expected.length && timingSafeEqual(given, expected);
    if (!genuine || expected.toString('base64url') !== signature) throw invalidCursor();
    return JSON.parse(Buffer.from(content, 'base64url').toString('utf8')) as Position;
  }

  /** A page of at most `limit` of `rows`; the repository reads `limit + 1`, so that a further one shows there is more. */
  page<T>(rows: readonly T[], limit: number, positionOf: (row: T) => Position, binding: unknown): Page<T> {
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    const more = rows.length > limit && last !== undefined;
    return { items, nextCursor: more ? this.make(positionOf(last), binding) : null };
  }

  private make(position: Position, binding: unknown): string {
    const content = Buffer.from(JSON.stringify(position)).toString('base64url');
    return `${content}.${this.sign(content, binding).toString('base64url')}`;
  }

  private sign(content: string, binding: unknown): Buffer {
    return createHmac('sha256', this.secret)
      .update(`${content}\n${canonicalJson(binding)}`)
      .digest()
      .subarray(0, 16);
  }
}

const invalidCursor = () => {
  const { code, when } = platformProblem('CURSOR_INVALID');
  return new Invalid([{ pointer: '?cursor', code, message: when }], when, code);
};
