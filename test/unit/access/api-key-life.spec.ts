import fc from 'fast-check';
import { endOfKey, endsOfRotated, keyStatus } from '../../../src/access/api-key-life.js';

const now = '2026-02-01T00:00:00.000Z';

describe('endOfKey', () => {
  it.each([
    [undefined, '2027-02-01T00:00:00.000Z'],
    ['2026-02-01T00:00:00.001Z', '2026-02-01T00:00:00.001Z'],
    ['2026-03-01T07:00:00+07:00', '2026-03-01T00:00:00.000Z'],
    ['2028-02-01T00:00:00Z', '2028-02-01T00:00:00.000Z'],
  ])('wanted %s gives %s', (wanted, end) => {
    expect(endOfKey(wanted, now)).toBe(end);
  });

  it.each([now, '2025-01-01T00:00:00Z', '2028-02-03T00:00:00Z', '9999-01-01T00:00:00Z', 'soon'])(
    'refuses %s',
    (wanted) => {
      expect(() => endOfKey(wanted, now)).toThrow('VALIDATION_FAILED');
    },
  );
});

describe('keyStatus', () => {
  it.each([
    [null, '2026-02-01T00:00:00.001Z', 'active'],
    [null, now, 'expired'],
    ['2026-01-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z', 'revoked'],
  ] as const)('revoked %s, expires %s: %s', (revokedAt, expiresAt, status) => {
    expect(keyStatus({ createdAt: now, expiresAt, revokedAt }, now)).toBe(status);
  });
});

describe('endsOfRotated', () => {
  const old = {
    createdAt: '2025-06-01T00:00:00.000Z',
    expiresAt: '2026-06-01T00:00:00.000Z',
    revokedAt: null,
  };

  it('lets the old key go on for the overlap and the new one live as long as the old was meant to', () => {
    expect(endsOfRotated(old, 24, now)).toEqual({
      old: '2026-02-02T00:00:00.000Z',
      new: '2027-02-01T00:00:00.000Z',
    });
  });

  it('never makes the old key live longer', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), (hours) => {
        expect(endsOfRotated(old, hours, now).old <= old.expiresAt).toBe(true);
      }),
    );
  });
});
