import { Entity, Index } from 'typeorm';
import {
  BigIntColumn,
  IdColumn,
  InstantColumn,
  IntColumn,
  KeyColumn,
  SequenceColumn,
  tableOf,
  TextColumn,
} from '../platform/database/columns.js';

@Entity('cooperative')
@Index('uq_cooperative_registration_number', ['registrationNumber'], { unique: true })
export class CooperativeEntity {
  @IdColumn() id: string;
  /** Text, six digits. */
  @TextColumn(6) registrationNumber: string;
  @TextColumn(200) fullName: string;
  @TextColumn(100) shortName: string;
  @TextColumn(2) regionCode: string;
  @TextColumn(40, { nullable: true }) province: string | null;
  @TextColumn(16, { nullable: true }) kind: string | null;
  @TextColumn(16) status: string;
  @IntColumn() version: number;
  @InstantColumn() createdAt: string;
  @InstantColumn() updatedAt: string;
}

/** Further names a cooperative is called by, in the order they were given. */
@Entity('cooperative_alias')
export class CooperativeAliasEntity {
  @KeyColumn(26) cooperativeId: string;
  /** From 1. */
  @SequenceColumn() position: number;
  @TextColumn(200) alias: string;
}

/** One row: how often the directory has changed. Locked by whoever changes it, read by whoever keeps a copy. */
@Entity('cooperative_directory')
export class CooperativeDirectoryEntity {
  @KeyColumn(8) id: string;
  @BigIntColumn() version: number;
}

export const cooperatives = tableOf(CooperativeEntity);
export const cooperativeAliases = tableOf(CooperativeAliasEntity);
