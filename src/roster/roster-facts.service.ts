import { Injectable } from '@nestjs/common';
import { ActorNames } from '../platform/actor-names.js';
import { RemovedPeople } from '../moderation/standing/removed-people.service.js';
import { NicknameHolders } from '../sellers/nickname-holders.service.js';
import { UsernameJudge } from '../usernames/username-judge.service.js';
import type { UsernameVerdictDto } from '../usernames/usernames.dto.js';
import { looksLikeAdministrator } from './administrator-likeness.js';
import type { RosterLine } from './roster-reading.js';
import type { Holder, RosterFacts } from './roster-verdict.js';

/** A line of the list with everything its verdict rests on. */
export interface KnownMember {
  member: RosterLine;
  judged: UsernameVerdictDto;
  facts: RosterFacts;
}

/** Gathers what the registry and the moderation know of many nicknames; few queries however many. */
@Injectable()
export class RosterFactsService {
  constructor(
    private readonly judge: UsernameJudge,
    private readonly holders: NicknameHolders,
    private readonly removed: RemovedPeople,
    private readonly names: ActorNames,
  ) {}

  /** The case each of these removed sellers was removed for. */
  casesOf(sellerIds: readonly string[]): Promise<Map<string, string>> {
    return this.removed.casesOf(sellerIds);
  }

  countActive(): Promise<number> {
    return this.holders.countActive();
  }

  async gather(members: readonly RosterLine[]): Promise<KnownMember[]> {
    const nicknames = members.map(({ nickname }) => nickname);
    const { results } = await this.judge.all(nicknames);
    const holders = await this.holders.of(
      results.map(({ input, canonical, cooperative }) => ({
        ...{ nickname: input, canonical, cooperativeId: cooperative?.id ?? null },
      })),
    );
    const removed = await this.removed.alike([...new Set(nicknames)]);
    const administrators = await this.names.administrators();
    const present = new Set(
      holders.flatMap((each) =>
        each.filter(({ likeness }) => likeness === 'same').map(({ seller }) => seller.id),
      ),
    );
    return members.map((member, i) => {
      const judged = results[i]!;
      const strangers = (removed.get(member.nickname) ?? []).filter(({ sellerId }) => sellerId === null);
      const facts = {
        holders: holders[i]!.map(({ seller: { id, username, status }, likeness }): Holder => ({
          ...{ sellerId: id, username: username!, status, likeness },
        })),
        present,
        strangers: strangers.map(({ subjectId, caseId }) => ({
          subjectId,
          caseId,
          likeness: 'lookalike' as const,
        })),
        administrator: looksLikeAdministrator(member.nickname, administrators),
        wellFormed: judged.valid,
        triesToBe: triesToBe(judged),
      };
      return { member, judged, facts };
    });
  }
}

/** Somebody who wrote an area with a number, or a marker with a cooperative, meant a username. */
function triesToBe({ segments, cooperative, candidates }: UsernameVerdictDto): boolean {
  const kinds = new Set(segments.map(({ kind }) => kind));
  if (kinds.has('region') && kinds.has('number')) return true;
  return kinds.has('marker') && (cooperative !== null || candidates.length > 0);
}
