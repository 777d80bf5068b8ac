import { Injectable } from '@nestjs/common';
import { usernameKey, usernameSkeleton } from '../../usernames/username.js';
import { RemovedPeopleRepository, type RemovedPerson } from './removed-people.repository.js';

/** Finds people who were removed and have not been taken back. */
@Injectable()
export class RemovedPeople {
  constructor(private readonly repository: RemovedPeopleRepository) {}

  /** By each nickname those it is, or looks like; the same spelling first. */
  async alike(nicknames: readonly string[]): Promise<Map<string, RemovedPerson[]>> {
    const skeletons = new Map(nicknames.map((nickname) => [nickname, usernameSkeleton(nickname)]));
    const found = await this.repository.findAlike([...new Set(skeletons.values())].filter(Boolean));
    const bySkeleton = new Map<string, RemovedPerson[]>();
    for (const each of found) bySkeleton.set(each.skeleton, [...(bySkeleton.get(each.skeleton) ?? []), each]);
    return new Map(
      nicknames.map((nickname) => {
        const key = usernameKey(nickname);
        const alike = bySkeleton.get(skeletons.get(nickname)!) ?? [];
        return [nickname, alike.toSorted((a, b) => +(b.nicknameKey === key) - +(a.nicknameKey === key))];
      }),
    );
  }

  /** The case each of these sellers was removed for, by the seller's id. */
  async casesOf(sellerIds: readonly string[]): Promise<Map<string, string>> {
    const found = await this.repository.findSellers(sellerIds);
    return new Map(found.toReversed().map(({ sellerId, caseId }) => [sellerId!, caseId]));
  }
}
