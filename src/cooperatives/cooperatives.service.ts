import { Injectable } from '@nestjs/common';
import { mayReach } from '../platform/actor.js';
import { Database } from '../platform/database/database.js';
import { Conflict, Forbidden, Invalid, NotFound, Stale } from '../platform/errors.js';
import { currentActor } from '../platform/request-context.js';
import { changedFacts, type CooperativeFacts } from './cooperative.js';
import type { ChangedCooperativeDto, CreateCooperativeDto, PatchCooperativeDto } from './cooperative.dto.js';
import { CooperativeDirectory } from './cooperative-directory.service.js';
import { readFacts, type GivenFacts } from './cooperative-facts.js';
import { CooperativesRepository } from './cooperatives.repository.js';
import { DirectoryWriter } from './directory-writer.service.js';
import type { FactIssue } from './fact-problems.js';
import { sharedNames } from './shared-names.js';

/** Adds cooperatives to the directory and corrects them, one at a time. */
@Injectable()
export class Cooperatives {
  constructor(
    private readonly database: Database,
    private readonly repository: CooperativesRepository,
    private readonly directory: CooperativeDirectory,
    private readonly writer: DirectoryWriter,
  ) {}

  /** Throws Conflict with the id of the cooperative that has the number. */
  create(given: CreateCooperativeDto): Promise<ChangedCooperativeDto> {
    refuseLimitedKeys();
    const { facts, warnings } = this.judge(given);
    return this.database.transaction(async () => {
      await this.writer.lock();
      await this.refuseTakenNumber(facts);
      const [cooperative] = await this.writer.write([{ facts }]);
      return { ...cooperative!, warnings, affectedSellers: { total: 0, sellers: [] } };
    });
  }

  /** Changes what the patch names; throws Stale for another version than the expected one. */
  change(id: string, patch: PatchCooperativeDto, expectedVersion?: number): Promise<ChangedCooperativeDto> {
    return this.database.transaction(async () => {
      await this.writer.lock();
      const before = mayReach(currentActor(), id) ? await this.repository.findById(id) : undefined;
      if (before === undefined) throw new NotFound();
      if (expectedVersion !== undefined && expectedVersion !== before.version)
        throw new Stale(before.version);
      const { facts, warnings } = this.judge({ ...before, ...withoutGaps(patch) }, id);
      if (facts.registrationNumber !== before.registrationNumber) await this.refuseTakenNumber(facts);
      const changes = changedFacts(before, facts).length > 0 ? [{ before, facts }] : [];
      const affectedSellers = await this.writer.affectedBy(changes);
      const [after = before] = await this.writer.write(changes);
      return { ...after, warnings, affectedSellers };
    });
  }

  private judge(given: GivenFacts, ownId?: string): { facts: CooperativeFacts; warnings: FactIssue[] } {
    const { facts, issues } = readFacts(given);
    if (facts === undefined) throw new Invalid(issues.filter(isError).map(asFieldError));
    const others = this.directory.all().filter(({ id }) => id !== ownId);
    return { facts, warnings: [...issues, ...sharedNames(facts, others)] };
  }

  private async refuseTakenNumber({ registrationNumber }: CooperativeFacts): Promise<void> {
    const [taken] = await this.repository.findByNumbers([registrationNumber]);
    if (taken === undefined) return;
    throw new Conflict(
      'REGISTRATION_NUMBER_TAKEN',
      {
        th: `เลขทะเบียน ${registrationNumber} เป็นของ “${taken.fullName}” อยู่แล้ว กรุณาตรวจสอบเลข หรือแก้ไขสหกรณ์นั้นแทน`,
        en: `The number ${registrationNumber} belongs to “${taken.fullName}”; check it, or correct that one instead.`,
      },
      { cooperativeId: taken.id },
    );
  }
}

/** A key limited to some cooperatives cannot add others. */
export function refuseLimitedKeys(): void {
  if (currentActor().cooperativeIds === undefined) return;
  throw new Forbidden('KEY_LIMITED', {
    th: 'คีย์นี้ใช้ได้เฉพาะสหกรณ์ที่กำหนด จึงเพิ่มสหกรณ์ไม่ได้',
    en: 'This key is limited to certain cooperatives and cannot add others.',
  });
}

/** What a merge patch leaves out is no fact; `null` clears the further names. */
function withoutGaps({ aliases, ...patch }: PatchCooperativeDto): Partial<GivenFacts> {
  const named = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
  return aliases === undefined ? named : { ...named, aliases: aliases ?? [] };
}

const isError = ({ severity }: FactIssue) => severity === 'error';

const asFieldError = ({ field, index, code, message }: FactIssue) => ({
  ...{ pointer: index === undefined ? `/${field}` : `/${field}/${index}`, code, message },
});
