import { Injectable } from '@nestjs/common';

/** A seller whose username would read differently today; it stays as it is until somebody issues a new one. */
export interface AffectedSeller {
  id: string;
  username: string;
}

export interface AffectedSellers {
  /** How many there are. */
  total: number;
  /** The first of them, by id. */
  sellers: AffectedSeller[];
}

/** A feature of an upper floor that knows whose usernames carry a cooperative's area, number and short name. */
export interface CooperativeDependants {
  /** Sellers of these cooperatives that hold a username, at most `limit` of them listed. Runs in a transaction. */
  affectedBy(cooperativeIds: readonly string[], limit: number): Promise<AffectedSellers>;
}

/** So many are listed in one answer; the list of sellers gives the rest. */
const mostListed = 200;

/** Who depends on cooperatives: upper floors register themselves when they start. */
@Injectable()
export class DependantsRegistry {
  private readonly dependants: CooperativeDependants[] = [];

  register(dependants: CooperativeDependants): void {
    this.dependants.push(dependants);
  }

  async affectedBy(cooperativeIds: readonly string[]): Promise<AffectedSellers> {
    const all: AffectedSellers = { total: 0, sellers: [] };
    if (cooperativeIds.length === 0) return all;
    for (const dependants of this.dependants) {
      const { total, sellers } = await dependants.affectedBy(cooperativeIds, mostListed - all.sellers.length);
      all.total += total;
      all.sellers.push(...sellers);
    }
    return all;
  }
}
