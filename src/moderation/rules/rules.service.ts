import { Injectable } from '@nestjs/common';
import { Journal } from '../../journal/journal.service.js';
import { actorRef } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database/database.js';
import { Conflict, NotFound, Stale } from '../../platform/errors.js';
import { newId } from '../../platform/ids.js';
import { asSystem, currentActor } from '../../platform/request-context.js';
import { ruleCodes, type RuleCode } from '../../screening/rule-codes.js';
import { ruleCatalogue } from './rule-catalogue.js';
import { isSameWording, wordingJson, type Rule, type RuleWording } from './rule.js';
import type { RuleVersionEntity } from './rule-version.entity.js';
import { RulesRepository } from './rules.repository.js';

/** The market's rules in their present and past wordings. */
@Injectable()
export class Rules {
  constructor(
    private readonly database: Database,
    private readonly repository: RulesRepository,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** The wording in force. */
  async current(code: RuleCode): Promise<Rule> {
    return ruleOf(await this.repository.findCurrent(code));
  }

  /** The wordings in force, in the order of the rules. */
  async all(): Promise<Rule[]> {
    const byCode = new Map((await this.repository.allCurrent()).map((row) => [row.code, row]));
    return ruleCodes.map((code) => ruleOf(byCode.get(code)));
  }

  /** One wording by its id, in force or not. */
  async version(id: string): Promise<Rule> {
    return ruleOf(await this.repository.findVersion(id));
  }

  /** All wordings of a rule, the newest first. */
  async versions(code: RuleCode): Promise<Rule[]> {
    return (await this.repository.versionsOf(code)).map(ruleOf);
  }

  /** Words a rule anew; throws Stale if it is no longer the expected version, Conflict if nothing would change. */
  publish(code: RuleCode, wording: RuleWording, expectedNumber?: number): Promise<Rule> {
    return this.database.transaction(async () => {
      const current = await this.current(code);
      if (expectedNumber !== undefined && expectedNumber !== current.number) throw new Stale(current.number);
      if (isSameWording(current, wording)) throw unchanged(current);
      return this.add(code, current.number + 1, wording);
    });
  }

  /** Writes the first wording of each rule that has none; of copies that start at once one does. */
  async seed(): Promise<void> {
    if ((await this.repository.allCurrent()).length === ruleCodes.length) return;
    await asSystem('first-rules', () =>
      this.database.transaction(async () => {
        const known = new Set((await this.repository.allCurrent()).map(({ code }) => code));
        for (const code of ruleCodes) if (!known.has(code)) await this.add(code, 1, ruleCatalogue[code]);
      }),
    );
  }

  private async add(code: RuleCode, number: number, wording: RuleWording): Promise<Rule> {
    const row: RuleVersionEntity = {
      ...{ id: newId(), code, number, severity: wording.severity, contents: wordingJson(wording) },
      ...{ createdBy: actorRef(currentActor()), createdAt: this.clock.now() },
    };
    await this.repository.insert([row]);
    const subject = { type: 'rule', id: row.id };
    this.journal.record({ action: 'rule.published', subject, payload: { code, number } });
    return ruleOf(row);
  }
}

function ruleOf(row: RuleVersionEntity | undefined): Rule {
  if (!row) throw new NotFound();
  const { contents, ...rest } = row;
  return { ...(JSON.parse(contents) as RuleWording), ...rest };
}

const unchanged = ({ code, number }: Rule): Conflict =>
  new Conflict(
    'RULE_UNCHANGED',
    {
      th: 'ข้อความที่ส่งมาเหมือนกับกติกาฉบับปัจจุบันทุกประการ จึงไม่ได้สร้างฉบับใหม่',
      en: 'The rule reads exactly so already; no new version was made.',
    },
    { ruleCode: code, number },
  );
