import { Injectable } from '@nestjs/common';
import { ActorNames } from '../../platform/actor-names.js';
import { Database } from '../../platform/database/database.js';
import { Invalid, NotFound } from '../../platform/errors.js';
import { ruleCodes, type RuleCode } from '../../screening/rule-codes.js';
import type { RuleDto, RulesDto, RuleWordingDto } from './rule.dto.js';
import { isGrave } from './rule-catalogue.js';
import type { Rule } from './rule.js';
import type { Severity } from './severity.js';
import { Rules } from './rules.service.js';

/** The rules as callers of the API read and word them. */
@Injectable()
export class RuleBook {
  constructor(
    private readonly database: Database,
    private readonly rules: Rules,
    private readonly names: ActorNames,
  ) {}

  async all(): Promise<RulesDto> {
    return { items: await this.shown(await this.rules.all()) };
  }

  async read(code: string): Promise<RuleDto> {
    return (await this.shown([await this.rules.current(known(code))]))[0]!;
  }

  async versions(code: string): Promise<RulesDto> {
    return { items: await this.shown(await this.rules.versions(known(code))) };
  }

  publish(code: string, wording: RuleWordingDto, expectedVersion?: number): Promise<RuleDto> {
    const { severity, firstTimeSeverity = null } = wording;
    if (isGrave(known(code))) checkGrave(severity, firstTimeSeverity);
    if (firstTimeSeverity !== null && firstTimeSeverity >= severity) throw notMilder();
    return this.database.transaction(async () => {
      const rule = await this.rules.publish(known(code), { ...wording, firstTimeSeverity }, expectedVersion);
      return (await this.shown([rule]))[0]!;
    });
  }

  private async shown(rules: readonly Rule[]): Promise<RuleDto[]> {
    const names = await this.names.of([...new Set(rules.map(({ createdBy }) => createdBy))]);
    return rules.map(({ id, number, createdBy, ...rule }) => ({
      ...{ ...rule, good: [...rule.good], bad: [...rule.bad], versionId: id, version: number },
      createdBy: names.get(createdBy) ?? createdBy,
    }));
  }
}

function known(code: string): RuleCode {
  if (!(ruleCodes as readonly string[]).includes(code)) throw new NotFound();
  return code as RuleCode;
}

/** Milder words would unmask the texts of such cases. */
function checkGrave(severity: Severity, firstTimeSeverity: Severity | null): void {
  if (severity !== 'S3') throw staysGrave('severity');
  if (firstTimeSeverity !== null) throw staysGrave('firstTimeSeverity');
}

const staysGrave = (field: string): Invalid =>
  Invalid.field(`/${field}`, 'SEVERITY_FIXED', {
    th: 'กติกาข้อนี้ร้ายแรงที่สุดเสมอ กรุณาใช้ severity S3 และเว้น firstTimeSeverity ไว้',
    en: 'This rule is always of the gravest kind; use severity S3 and leave out firstTimeSeverity.',
  });

const notMilder = (): Invalid =>
  Invalid.field('/firstTimeSeverity', 'NOT_MILDER', {
    th: 'firstTimeSeverity ต้องเบากว่า severity หากครั้งแรกไม่ต่างกัน ให้เว้นไว้',
    en: 'firstTimeSeverity must be milder than severity; leave it out if a first time is no different.',
  });
