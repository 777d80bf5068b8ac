import { Injectable } from '@nestjs/common';
import { ActorNames } from '../platform/actor-names.js';
import { ApiKeysRepository } from './api-keys.repository.js';
import { StaffRepository } from './staff.repository.js';

/** Names of staff accounts and keys. */
@Injectable()
export class AccountNames extends ActorNames {
  constructor(
    private readonly staff: StaffRepository,
    private readonly keys: ApiKeysRepository,
  ) {
    super();
  }

  async of(actors: readonly string[]): Promise<Map<string, string>> {
    const names = new Map<string, string>();
    const ids = (type: string) =>
      [...new Set(actors)].flatMap((actor) =>
        actor.startsWith(`${type}:`) ? actor.slice(type.length + 1) : [],
      );
    for (const { id, displayName } of await this.staff.findNames(ids('staff')))
      names.set(`staff:${id}`, displayName);
    for (const { id, name } of await this.keys.findNames(ids('key'))) names.set(`key:${id}`, name);
    for (const id of ids('system')) names.set(`system:${id}`, 'ระบบ');
    return names;
  }

  administrators(): Promise<string[]> {
    return this.staff.activeNames(['moderator', 'admin']);
  }
}
