/**
 * The rungs of one person's ladder: ออมทรัพย์, ออมทรัพย์ใจดี, ออมทรัพย์ใจดี2, ….
 * Whoever climbs takes the first free rung and rungs are never given back, so numbers are taken from 2 on without gaps:
 * where they end is found by asking for a few, not for all.
 */
import { composeUsername, sellerNames, usernameKey, type CooperativeOfUsername } from './username.js';

export class UsernameLadder {
  /** The rungs without a number. */
  readonly named: readonly string[];
  /** Ladders of the same key share their numbers. */
  readonly key: string;
  private readonly names: readonly string[];

  constructor(
    private readonly cooperative: CooperativeOfUsername,
    firstName: string,
    lastName: string,
  ) {
    const names = sellerNames(firstName, lastName);
    const [first, second] = [names.next().value, names.next().value];
    this.names = second === `${first}2` ? [first] : [first, second];
    this.named = this.names.map((name) => composeUsername(cooperative, name));
    this.key = usernameKey(this.named.at(-1)!);
  }

  /** The rung with a number, from 2. */
  numbered(n: number): string {
    return composeUsername(this.cooperative, `${this.names.at(-1)!}${n}`);
  }
}

/** Where the first free number of a ladder may be: behind `taken`, and not behind `free` if one is known. */
export interface NumberSearch {
  taken: number;
  free?: number;
}

const probes = 16;

/** Numbers to ask for next; none when `free` is the first free one. */
export function numbersToAsk({ taken, free }: NumberSearch): number[] {
  if (free === undefined) return Array.from({ length: probes }, (_, i) => taken + 2 ** i);
  const between = free - taken - 1;
  const count = Math.min(probes, between);
  return Array.from({ length: count }, (_, i) => taken + Math.ceil(((i + 1) * between) / count));
}

export function narrowed(search: NumberSearch, isTaken: (n: number) => boolean): NumberSearch {
  const asked = numbersToAsk(search);
  const free = asked.find((n) => !isTaken(n)) ?? search.free;
  const taken = Math.max(search.taken, ...asked.filter((n) => n < (free ?? Infinity)));
  return { taken, free };
}
