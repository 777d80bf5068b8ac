import { literalRows } from '../../../src/platform/database/mysql-literals.js';

const whole = (rows: Parameters<typeof literalRows>[0]) => [...literalRows(rows)];

describe('rows as literals', () => {
  it('writes every kind of value', () => {
    expect(
      whole([
        ['ร้าน', 7, 12n, null, Buffer.from([0, 255])],
        ['', -1, 0n, null, Buffer.alloc(0)],
      ]),
    ).toEqual(["('ร้าน',7,12,NULL,X'00ff'),('',-1,0,NULL,X'')"]);
  });

  it('lets no text end early', () => {
    expect(whole([[`'); DROP TABLE seller; -- \\' "\n\r\t\0\b\x1a`]])).toEqual([
      `('\\'); DROP TABLE seller; -- \\\\\\' "\n\r\t\\0\b\x1a')`,
    ]);
  });

  it('refuses what is no number', () => {
    expect(() => whole([[Number.NaN]])).toThrow();
  });

  it('cuts what is too long for one statement, between rows', () => {
    const rows = Array.from({ length: 5 }, (_, n) => ['ก'.repeat(1_000_000), n]);
    expect(whole(rows)).toHaveLength(3);
  });
});
