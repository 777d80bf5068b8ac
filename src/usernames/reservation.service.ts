import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Recent } from '../platform/recent.js';
import { DataSecret } from '../platform/secret.js';
import { caselessSkeleton } from '../thai/lookalikes.js';
import { ReservationRepository, type UsernamePlace } from './reservation.repository.js';
import { composeUsername, sellerNames, usernameKey, type CooperativeOfUsername } from './username.js';
import { narrowed, numbersToAsk, UsernameLadder, type NumberSearch } from './username-ladder.js';

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
  /** Who is asked for is mostly given next. */
  private readonly places = new Recent<string, UsernamePlace>(1_000);

  constructor(
    private readonly repository: ReservationRepository,
    private readonly secret: DataSecret,
    private readonly clock: Clock,
  ) {}

  /** The keys of the rungs by name that somebody holds already: what `reserveAll` and `proposeAll` ask first. */
  takenByName(requests: readonly UsernameRequest[]): Promise<Set<string>> {
    return this.takenOf(requests.flatMap((request) => ladderOf(request).named));
  }

  /**
   * The first free rung of each request's ladder, in order, and nobody else's: an earlier request of the same call
   * counts as taken. Few queries however many requests. Needs a transaction. `taken`, if it was asked for already, is
   * added to.
   */
  async reserveAll(requests: readonly UsernameRequest[], taken?: Set<string>): Promise<string[]> {
    const usernames = await this.proposeAll(requests, taken);
    const givenAt = this.clock.now();
    await this.repository.insert(
      requests.map(({ sellerId }, i) => {
        const username = usernames[i]!;
        const { skeletonKey, keyHash } = this.place(username);
        return { sellerId, keyHash, skeletonKey, username, givenAt };
      }),
    );
    return usernames;
  }

  /** What `reserveAll` would give, without reserving it. */
  async proposeAll(
    requests: readonly UsernameRequest[],
    taken: Set<string> | Promise<Set<string>> = this.takenByName(requests),
  ): Promise<string[]> {
    const ladders = requests.map(ladderOf);
    const held = await taken;
    const take = (username: string) => {
      const key = usernameKey(username);
      return !held.has(key) && held.add(key) !== undefined;
    };
    const given = ladders.map(({ named }) => named.find(take));
    const numbered = ladders.filter((_, i) => given[i] === undefined);
    const numbers = await this.firstFreeNumbers(numbered);
    return given.map((username, i) => {
      if (username !== undefined) return username;
      const { key } = ladders[i]!;
      for (let n = numbers.get(key)!; ; n++) {
        const rung = ladders[i]!.numbered(n);
        if (!take(rung)) continue;
        numbers.set(key, n + 1);
        return rung;
      }
    });
  }

  /**
   * The best rung the seller holds already or could have: the first that is free or their own, so that a seller whose
   * data came back to what they were gets the old username back. Tells `own: false` for one still to be reserved.
   */
  async bestFor(request: UsernameRequest): Promise<{ username: string; own: boolean }> {
    const names = sellerNames(request.firstName, request.lastName);
    for (let rungs = firstRungs; ; rungs = Math.min(rungs * 4, 1_000)) {
      const candidates = Array.from({ length: rungs }, () =>
        composeUsername(request.cooperative, names.next().value),
      );
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
    const places = usernames.map((username) => this.place(username));
    const holders = await this.repository.findHolders(places);
    return new Map(
      usernames.flatMap((username, i) => {
        const holder = holders.get(places[i]!.keyHash);
        return holder ? [[username, holder] as const] : [];
      }),
    );
  }

  /** The ids of sellers who hold or held a username that looks like one of these, oldest first, by the text asked for. */
  async lookalikesOf(texts: readonly string[]): Promise<Map<string, string[]>> {
    const keys = texts.map((text) => this.skeletonKey(text));
    const alike = new Map<string, string[]>();
    for (const { skeletonKey, sellerId } of await this.repository.findAlike([...new Set(keys)]))
      alike.set(skeletonKey, [...(alike.get(skeletonKey) ?? []), sellerId]);
    return new Map(texts.map((text, i) => [text, [...new Set(alike.get(keys[i]!))].sort()]));
  }

  historyOf(sellerId: string) {
    return this.repository.ofSeller(sellerId);
  }

  /** Forgets up to so many that a rehearsal would have given; answers how many. */
  discardRehearsed(rehearsalId: string, limit: number): Promise<number> {
    return this.repository.discardRehearsed(rehearsalId, limit);
  }

  /** Where it stands, whether or not somebody holds it. */
  place(username: string): UsernamePlace {
    const key = usernameKey(username);
    const known = this.places.get(key);
    if (known !== undefined) return known;
    const place = { skeletonKey: this.skeletonKey(key), keyHash: this.secret.key('username', key) };
    this.places.set(key, place);
    return place;
  }

  /** By the key of each ladder the lowest number nobody holds; a few queries, however long the ladders. */
  private async firstFreeNumbers(ladders: readonly UsernameLadder[]): Promise<Map<string, number>> {
    const byKey = new Map(ladders.map((ladder) => [ladder.key, ladder]));
    const searches = new Map([...byKey.keys()].map((key): [string, NumberSearch] => [key, { taken: 1 }]));
    for (;;) {
      const asked = [...searches].flatMap(([key, search]) =>
        numbersToAsk(search).map((n) => byKey.get(key)!.numbered(n)),
      );
      if (asked.length === 0) return new Map([...searches].map(([key, { free }]) => [key, free!]));
      const taken = await this.takenOf(asked);
      for (const [key, search] of searches) {
        const isTaken = (n: number) => taken.has(usernameKey(byKey.get(key)!.numbered(n)));
        searches.set(key, narrowed(search, isTaken));
      }
    }
  }

  /** The keys of those among these that somebody holds. */
  private async takenOf(usernames: readonly string[]): Promise<Set<string>> {
    const once = [...new Set(usernames)];
    const holders = await this.holdersOf(once);
    return new Set([...holders.keys()].map(usernameKey));
  }

  private skeletonKey(text: string): string {
    return this.secret.key('username-skeleton', caselessSkeleton(text));
  }
}

const ladderOf = ({ cooperative, firstName, lastName }: UsernameRequest) =>
  new UsernameLadder(cooperative, firstName, lastName);
