import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { DataSecret } from '../platform/secret.js';
import { ReservationRepository } from './reservation.repository.js';
import {
  composeUsername,
  sellerNames,
  usernameKey,
  usernameSkeleton,
  type CooperativeOfUsername,
} from './username.js';

/** Somebody who needs a username. */
export interface UsernameRequest {
  sellerId: string;
  cooperative: CooperativeOfUsername;
  firstName: string;
  /** Empty for people with one name. */
  lastName: string;
}

/** Rungs of the ladder looked at first; four times as many in each further round. */
const firstRungs = 3;

/** Gives usernames and remembers for ever who holds them. */
@Injectable()
export class Reservations {
  constructor(
    private readonly repository: ReservationRepository,
    private readonly secret: DataSecret,
    private readonly clock: Clock,
  ) {}

  /**
   * The first free rung of each request's ladder, in order, and nobody else's: an earlier request of the same call
   * counts as taken. Few queries however many requests. Needs a transaction.
   */
  async reserveAll(requests: readonly UsernameRequest[]): Promise<string[]> {
    const usernames = await this.proposeAll(requests);
    const givenAt = this.clock.now();
    await this.repository.insert(
      requests.map(({ sellerId }, i) => {
        const username = usernames[i]!;
        return {
          keyHash: this.hash(username),
          username,
          skeleton: usernameSkeleton(username),
          sellerId,
          givenAt,
        };
      }),
    );
    return usernames;
  }

  /** What `reserveAll` would give, without reserving it. */
  async proposeAll(requests: readonly UsernameRequest[]): Promise<string[]> {
    const ladders = requests.map(ladderOf);
    const given: string[] = new Array<string>(requests.length);
    const taken = new Map<string, boolean>();
    let open = requests.map((_, i) => i);
    for (let rungs = firstRungs; open.length > 0; rungs = Math.min(rungs * 4, 1_000)) {
      const candidates = open.map((i) => ladders[i]!.next(rungs));
      await this.learn(taken, candidates.flat());
      open = open.filter((i, at) => {
        const free = candidates[at]!.find((username) => !taken.get(usernameKey(username)));
        if (free === undefined) return true;
        taken.set(usernameKey(free), true);
        given[i] = free;
        return false;
      });
    }
    return given;
  }

  /**
   * The best rung the seller holds already or could have: the first that is free or their own, so that a seller whose
   * data came back to what they were gets the old username back. Tells `own: false` for one still to be reserved.
   */
  async bestFor(request: UsernameRequest): Promise<{ username: string; own: boolean }> {
    const ladder = ladderOf(request);
    for (let rungs = firstRungs; ; rungs = Math.min(rungs * 4, 1_000)) {
      const candidates = ladder.next(rungs);
      const holders = await this.holdersOf(candidates);
      for (const username of candidates) {
        const holder = holders.get(username);
        if (holder === undefined || holder === request.sellerId)
          return { username, own: holder !== undefined };
      }
    }
  }

  /** The id of the seller who holds each of these, by the text asked for. */
  async holdersOf(usernames: readonly string[]): Promise<Map<string, string>> {
    const hashes = usernames.map((username) => this.hash(username));
    const holders = await this.repository.findHolders([...new Set(hashes)]);
    return new Map(
      usernames.flatMap((username, i) => {
        const holder = holders.get(hashes[i]!);
        return holder ? [[username, holder] as const] : [];
      }),
    );
  }

  historyOf(sellerId: string) {
    return this.repository.ofSeller(sellerId);
  }

  private async learn(taken: Map<string, boolean>, usernames: readonly string[]): Promise<void> {
    const unknown = [...new Set(usernames)].filter((username) => !taken.has(usernameKey(username)));
    const holders = await this.holdersOf(unknown);
    for (const username of unknown) taken.set(usernameKey(username), holders.has(username));
  }

  private hash(username: string): string {
    return this.secret.hash('username', usernameKey(username));
  }
}

/** The ladder of one request, some rungs at a time. */
function ladderOf({ cooperative, firstName, lastName }: UsernameRequest) {
  const names = sellerNames(firstName, lastName);
  return {
    next: (rungs: number) =>
      Array.from({ length: rungs }, () => composeUsername(cooperative, names.next().value)),
  };
}
