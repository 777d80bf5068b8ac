import { Injectable } from '@nestjs/common';
import { mayReach } from '../platform/actor.js';
import { NotFound } from '../platform/errors.js';
import { Cursors } from '../platform/http/cursor.js';
import type { Page } from '../platform/http/page.dto.js';
import { currentActor } from '../platform/request-context.js';
import type { Cooperative } from './cooperative.js';
import type { CooperativeDto, CooperativesQuery, FoundCooperativeDto } from './cooperative.dto.js';
import { CooperativeDirectory } from './cooperative-directory.service.js';
import { searchDirectory } from './directory-search.js';

interface Found {
  cooperative: Cooperative;
  match: FoundCooperativeDto['match'];
}

/** Finding cooperatives; those out of the caller's reach are not there. */
@Injectable()
export class CooperativeSearch {
  constructor(
    private readonly directory: CooperativeDirectory,
    private readonly cursors: Cursors,
  ) {}

  async read(id: string): Promise<CooperativeDto> {
    await this.directory.fresh();
    const found = mayReach(currentActor(), id) ? this.directory.get(id) : undefined;
    if (found === undefined) throw new NotFound();
    return found;
  }

  /** By registration number, or best match first if there is a `query`. */
  async list({ limit = 50, cursor, ...filter }: CooperativesQuery): Promise<Page<FoundCooperativeDto>> {
    await this.directory.fresh();
    const actor = currentActor();
    const found = this.find(filter.query).filter(
      ({ cooperative: { id, regionCode, status } }) =>
        (filter.regionCode === undefined || regionCode === filter.regionCode) &&
        (filter.status === undefined || status === filter.status) &&
        mayReach(actor, id),
    );
    const binding = ['cooperatives', filter];
    const rest = after(found, this.cursors.open(cursor, binding));
    const placeOf = (one: Found) => [one.cooperative.id, found.indexOf(one)];
    const page = this.cursors.page(rest.slice(0, limit + 1), limit, placeOf, binding);
    return {
      items: page.items.map(({ cooperative, match }) => ({ ...cooperative, match })),
      nextCursor: page.nextCursor,
    };
  }

  private find(query: string | undefined): Found[] {
    if (query === undefined) return this.directory.all().map((cooperative) => ({ cooperative, match: null }));
    return searchDirectory(this.directory.current(), query).map(({ cooperative, reason, edits }) => ({
      cooperative: this.directory.get(cooperative.id)!,
      match: { reason, edits },
    }));
  }
}

/** What follows the last one shown; should it be gone from the list meanwhile, what stands in its place. */
function after(found: readonly Found[], position: readonly unknown[] | undefined): readonly Found[] {
  if (position === undefined) return found;
  const place = found.findIndex(({ cooperative }) => cooperative.id === position[0]);
  return found.slice(place >= 0 ? place + 1 : Number(position[1]));
}
