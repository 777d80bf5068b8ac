import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Cursors } from '../platform/http/cursor.js';
import type { Page, PageQuery } from '../platform/http/page.dto.js';
import { apiKeyView } from './api-key-view.js';
import type { ApiKeyDto } from './api-keys.dto.js';
import { ApiKeysRepository } from './api-keys.repository.js';

/** Comes after every ULID. */
const beyondAll = '~';

@Injectable()
export class ApiKeyList {
  constructor(
    private readonly repository: ApiKeysRepository,
    private readonly cursors: Cursors,
    private readonly clock: Clock,
  ) {}

  /** Keys, newest first. */
  async page({ limit = 50, cursor }: PageQuery): Promise<Page<ApiKeyDto>> {
    const [before = beyondAll] = this.cursors.open(cursor, 'api-keys') ?? [];
    const rows = await this.repository.list(String(before), limit + 1);
    const now = this.clock.now();
    const views = rows.map((key) => apiKeyView(key, now));
    return this.cursors.page(views, limit, ({ id }) => [id], 'api-keys');
  }
}
