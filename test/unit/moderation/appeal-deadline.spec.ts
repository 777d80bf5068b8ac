import fc from 'fast-check';
import { appealEnd } from '../../../src/moderation/appeals/appeal-deadline.js';

describe('until when a decision may be appealed', () => {
  it.each([
    // Bangkok is seven hours ahead: 10.00, the last minute of a day, its first.
    ['2026-03-01T03:00:00.000Z', '2026-03-21T17:00:00.000Z'],
    ['2026-03-01T16:59:59.999Z', '2026-03-21T17:00:00.000Z'],
    ['2026-03-01T17:00:00.000Z', '2026-03-22T17:00:00.000Z'],
    // Over a leap day, and into a new year.
    ['2028-02-15T05:00:00.000Z', '2028-03-06T17:00:00.000Z'],
    ['2026-12-25T05:00:00.000Z', '2027-01-14T17:00:00.000Z'],
  ])('told at %s: until %s', (told, end) => {
    expect(appealEnd(told)).toBe(end);
  });

  it('is always midnight in Bangkok, 20 to 21 days later', () => {
    const instants = fc.date({
      min: new Date('2000-01-01'),
      max: new Date('2100-01-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instants, (told) => {
        const end = appealEnd(told.toISOString());
        expect(end).toMatch(/T17:00:00\.000Z$/);
        const days = (Date.parse(end) - told.getTime()) / 86_400_000;
        expect(days).toBeGreaterThan(20);
        expect(days).toBeLessThanOrEqual(21);
      }),
    );
  });
});
