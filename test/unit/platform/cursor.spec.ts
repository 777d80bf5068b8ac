import fc from 'fast-check';
import { Cursors, type Position } from '../../../src/platform/http/cursor.js';
import { registrar, startServer } from './http.js';

const cursors = new Cursors(Buffer.from('a secret of this test'));
const binding = { filter: { regionCode: 'N', text: 'ขนม' }, order: 'id' };
const cursorAt = (position: Position) => cursors.page([1, 2], 1, () => position, binding).nextCursor ?? '';
const code = (work: () => unknown) => {
  try {
    return work();
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('a cursor', () => {
  it('brings back its position, whatever it holds', () => {
    const value = fc.oneof(fc.string({ unit: 'binary' }), fc.integer(), fc.constant(null));
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 4 }), (position) => {
        expect(
          cursors.open(cursorAt(position), { order: 'id', filter: { text: 'ขนม', regionCode: 'N' } }),
        ).toEqual(position);
      }),
    );
  });

  it('is refused once any character of it is changed', () => {
    const cursor = cursorAt(['ก', 1]);
    for (let index = 0; index < cursor.length; index++) {
      const tampered = cursor.slice(0, index) + (cursor[index] === 'A' ? 'B' : 'A') + cursor.slice(index + 1);
      expect(code(() => cursors.open(tampered, binding))).toBe('CURSOR_INVALID');
    }
  });

  it.each([
    ['another filter', { ...binding, filter: { regionCode: 'S' } }],
    ['another order', { ...binding, order: 'name' }],
    ['no filter', {}],
  ])('is refused with %s', (_name, other) => {
    expect(code(() => cursors.open(cursorAt([1]), other))).toBe('CURSOR_INVALID');
  });

  it.each(['', '.', 'a', 'a.b', 'a.b.c', `${'a'.repeat(500)}.${'b'.repeat(500)}`])(
    'is refused as %p',
    (text) => {
      expect(code(() => cursors.open(text, binding))).toBe('CURSOR_INVALID');
    },
  );

  it('is refused with another secret', () => {
    expect(code(() => new Cursors(Buffer.from('other')).open(cursorAt([1]), binding))).toBe('CURSOR_INVALID');
  });

  it('comes only with a page that has a next one', () => {
    expect(cursors.page([], 10, () => [1], binding)).toEqual({ items: [], nextCursor: null });
    expect(cursors.page([1, 2], 2, (row) => [row], binding)).toEqual({ items: [1, 2], nextCursor: null });
    const { items, nextCursor } = cursors.page([1, 2, 3], 2, (row) => [row], binding);
    expect([items, cursors.open(nextCursor ?? undefined, binding)]).toEqual([[1, 2], [2]]);
  });
});

describe('a list', () => {
  it('shows each row once, page by page, and keeps its cursors to itself', async () => {
    const server = await startServer();
    const page = async (query: string) => {
      const answer = await fetch(`${server.url}/v1/stalls?${query}`, { headers: registrar });
      return (await answer.json()) as { items: { id: number }[]; nextCursor: string | null; code?: string };
    };
    const seen: number[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const { items, nextCursor } = await page(`limit=37${cursor === '' ? '' : `&cursor=${cursor}`}`);
      seen.push(...items.map(({ id }) => id));
      cursor = nextCursor;
    }
    expect(seen).toEqual(Array.from({ length: 120 }, (_, index) => index + 1));
    const { nextCursor } = await page('limit=5&regionCode=N');
    expect((await page(`limit=9&regionCode=N&cursor=${nextCursor}`)).items[0]).toEqual({ id: 6 });
    expect((await page(`limit=5&regionCode=S&cursor=${nextCursor}`)).code).toBe('CURSOR_INVALID');
    await server.close();
  });
});
