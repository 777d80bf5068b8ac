import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  createTable,
  flag,
  id,
  index,
  instant,
  int,
  key,
  longText,
  optional,
  text,
  unique,
} from '../platform/database/schema.js';

export class Sellers1790000000600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'seller', [...identity, ...contact, ...course], indices);
    await createTable(
      runner,
      'seller_category',
      [id('sellerId'), key('category', 32)],
      [index('ix_seller_category_category', 'category', 'sellerId')],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('seller_category');
    await runner.dropTable('seller');
  }
}

const identity = [
  text('importId', 26, optional),
  ...[id(), text('status', 16), text('cooperativeId', 26), text('title', 80), text('firstName', 80)],
  ...[text('lastName', 80), text('firstNameFolded', 80), text('lastNameFolded', 80), text('whoKey', 200)],
  ...[
    text('username', 300, optional),
    text('usernameKey', 300, optional),
    text('proposedUsername', 300, optional),
  ],
];

const contact = [
  ...[text('phone', 20, optional), text('email', 254, optional), text('lineId', 64, optional)],
  ...[
    text('memberNumberHash', 64, optional),
    text('samePhone', 64, optional),
    text('sameMember', 64, optional),
  ],
];

const course = [
  ...[longText('offerings'), text('pendingReasons', 400), text('statusReason', 400, optional)],
  ...[instant('consentAt'), text('consentTextVersion', 32), flag('publicListingConsent')],
  ...[text('externalReference', 100, optional), text('source', 16), instant('registeredAt')],
  ...[instant('activatedAt', optional), instant('updatedAt'), int('version')],
];

const indices = [
  unique('uq_seller_username_key', 'usernameKey'),
  unique('uq_seller_same_phone', 'samePhone'),
  unique('uq_seller_same_member', 'sameMember'),
  index('ix_seller_cooperative', 'cooperativeId', 'id'),
  index('ix_seller_status', 'status', 'id'),
  index('ix_seller_first_name', 'firstNameFolded'),
  index('ix_seller_last_name', 'lastNameFolded'),
  index('ix_seller_phone', 'phone'),
  index('ix_seller_who', 'whoKey'),
];
