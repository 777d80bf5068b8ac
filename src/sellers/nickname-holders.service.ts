import { setImmediate as nextTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { distance } from 'fastest-levenshtein';
import { Reservations } from '../usernames/reservation.service.js';
import { usernameKey } from '../usernames/username.js';
import { likenesses, type Likeness } from './likeness.js';
import { SellerListRepository, type NamedSeller } from './seller-list.repository.js';

/** A nickname somebody carries, and whose it may be. */
export interface AskedNickname {
  nickname: string;
  /** What the username rules make of it; null where that would be a guess. */
  canonical: string | null;
  /** The cooperative it names, if one is plain. */
  cooperativeId: string | null;
}

export interface NicknameHolder {
  seller: NamedSeller;
  likeness: Likeness;
}

const pageSize = 2_000;
/** Letters that may differ between a nickname and the username it was meant to be. */
const nearEdits = 2;

/** Tells for many nicknames at once which sellers they may belong to; few queries however many. */
@Injectable()
export class NicknameHolders {
  constructor(
    private readonly reservations: Reservations,
    private readonly repository: SellerListRepository,
  ) {}

  /** In order; of each nickname everybody it may belong to, the surest first. */
  async of(asked: readonly AskedNickname[]): Promise<NicknameHolder[][]> {
    const texts = [...new Set(asked.flatMap(({ nickname, canonical }) => [nickname, canonical ?? nickname]))];
    const holders = await this.reservations.holdersOf(texts);
    const alike = await this.reservations.lookalikesOf(texts);
    const ids = new Set([...holders.values(), ...[...alike.values()].flat()]);
    const sellers = new Map((await this.repository.named([...ids])).map((seller) => [seller.id, seller]));
    const found = asked.map((each) => {
      const meant = [each.nickname, each.canonical ?? each.nickname];
      const held = new Set(meant.flatMap((text) => holders.get(text) ?? []));
      const similar = meant.flatMap((text) => alike.get(text) ?? []);
      return [...new Set([...held, ...similar])].flatMap((id): NicknameHolder[] => {
        const seller = sellers.get(id);
        return seller ? [{ seller, likeness: likenessOf(each, seller, held.has(id)) }] : [];
      });
    });
    await this.addNear(asked, found);
    return found.map((each) => each.sort(surestFirst));
  }

  countActive(): Promise<number> {
    return this.repository.countActive();
  }

  /** Active sellers registered until then, in the order of ids, after `afterId`. */
  activePage(afterId: string, until: string, limit: number): Promise<NamedSeller[]> {
    return this.repository.namedActive(afterId, until, limit);
  }

  /** Of those nobody was found for: sellers of the cooperative named whose username is a slip away. */
  private async addNear(asked: readonly AskedNickname[], found: NicknameHolder[][]): Promise<void> {
    const open = new Map<string, { key: string; place: number }[]>();
    asked.forEach(({ nickname, cooperativeId }, place) => {
      if (cooperativeId === null || found[place]!.length > 0) return;
      open.set(cooperativeId, [...(open.get(cooperativeId) ?? []), { key: usernameKey(nickname), place }]);
    });
    for (const [cooperativeId, waiting] of open)
      for await (const sellers of this.sellersOf(cooperativeId))
        for (const { key, place } of waiting) {
          for (const seller of sellers)
            if (isNear(key, seller.usernameKey!)) found[place]!.push({ seller, likeness: 'near' });
          await nextTurn();
        }
  }

  private async *sellersOf(cooperativeId: string): AsyncGenerator<NamedSeller[]> {
    for (let after = ''; ;) {
      const page = await this.repository.namedOf(cooperativeId, after, pageSize);
      if (page.length > 0) yield page;
      if (page.length < pageSize) return;
      after = page.at(-1)!.id;
    }
  }
}

function likenessOf(
  { nickname, canonical }: AskedNickname,
  { username, usernameKey: key }: NamedSeller,
  held: boolean,
): Likeness {
  if (username === nickname) return 'same';
  if (!held) return 'lookalike';
  const meant = [nickname, canonical ?? nickname].map(usernameKey);
  return key !== null && meant.includes(key) ? 'spelling' : 'former';
}

const surestFirst = (a: NicknameHolder, b: NicknameHolder): number =>
  likenesses.indexOf(a.likeness) - likenesses.indexOf(b.likeness);

const isNear = (key: string, other: string): boolean =>
  Math.abs(key.length - other.length) <= nearEdits && distance(key, other) <= nearEdits;
