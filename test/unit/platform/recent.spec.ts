import { Recent } from '../../../src/platform/recent.js';

const numbers = (count: number) => Array.from({ length: count }, (_, i) => i);

describe('Recent', () => {
  it('keeps what is used again and again, and forgets the rest', () => {
    const recent = new Recent<number, string>(10);
    for (const number of numbers(1_000)) {
      recent.set(number, `${number}`);
      expect(recent.get(0)).toBe('0');
    }
    const kept = numbers(1_000).filter((number) => recent.get(number) !== undefined);
    expect(kept.length).toBeLessThanOrEqual(10);
    expect(kept).toContain(999);
  });

  it('gives the newest value of an entry of both generations', () => {
    const recent = new Recent<string, number>(4);
    for (const name of ['ก', 'ข', 'ค']) recent.set(name, 1);
    recent.set('ก', 2);
    expect(recent.get('ก')).toBe(2);
  });
});
