/** The seed of this run: FAULT_SEED repeats an earlier one. */
export const seed = Number(process.env['FAULT_SEED'] ?? Date.now() % 1_000_000);

/** How often the fault happens: few in `npm test`, FAULT_ROUNDS in `npm run test:faults`. */
export const rounds = Number(process.env['FAULT_ROUNDS'] ?? 3);

/** Mulberry32: numbers in [0, 1), the same ones for the same seed. */
export function randomFrom(start: number): () => number {
  let state = start >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
