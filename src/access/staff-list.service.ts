import { Injectable } from '@nestjs/common';
import { Cursors } from '../platform/http/cursor.js';
import type { Page } from '../platform/http/page.dto.js';
import { viewOf } from './staff.service.js';
import type { StaffDto, StaffQuery } from './staff.dto.js';
import { StaffRepository } from './staff.repository.js';

@Injectable()
export class StaffList {
  constructor(
    private readonly repository: StaffRepository,
    private readonly cursors: Cursors,
  ) {}

  /** Accounts, oldest first. */
  async page({ role, status, limit = 50, cursor }: StaffQuery): Promise<Page<StaffDto>> {
    const binding = ['staff', { role, status }];
    const [after = ''] = this.cursors.open(cursor, binding) ?? [];
    const rows = await this.repository.list({ role, status }, String(after), limit + 1);
    return this.cursors.page(rows.map(viewOf), limit, ({ id }) => [id], binding);
  }
}
