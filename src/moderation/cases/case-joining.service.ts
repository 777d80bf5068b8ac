import { Injectable } from '@nestjs/common';
import { Journal } from '../../journal/journal.service.js';
import { Clock } from '../../platform/clock.js';
import { newId } from '../../platform/ids.js';
import type { MessageType } from '../../screening/message-type.js';
import { priorityOf, suggestedRule, type Suggestion } from '../reports/suggestion.js';
import type { Severity } from '../rules/severity.js';
import { Rules } from '../rules/rules.service.js';
import { caseThatTakes, openKeyOf, type KnownCase } from './case-joining.js';
import type { Case } from './case.js';
import { CaseWords } from './case-words.service.js';
import { CasesRepository } from './cases.repository.js';

/** A message of somebody, reported now. */
export interface ReportedMessage {
  subjectId: string;
  fingerprint: string;
  messageType: MessageType;
  postedAt: string | null;
  suggestion: Suggestion;
  /** Null for a message without words. */
  text: string | null;
  isSensitive: boolean;
}

/** Finds the case each report belongs to, or opens one. */
@Injectable()
export class CaseJoining {
  constructor(
    private readonly repository: CasesRepository,
    private readonly words: CaseWords,
    private readonly rules: Rules,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** The case of each message, in order, with the report counted. Needs a transaction. */
  async joinAll(reported: readonly ReportedMessage[]): Promise<Case[]> {
    const messages = await this.withKnownGravity(reported);
    const known = await this.knownCases(messages);
    const severities = new Map((await this.rules.all()).map(({ code, severity }) => [code, severity]));
    const opened = new Map<string, Case>();
    const joined = new Map<string, Case>();
    const places = messages.map((message) => {
      const key = openKeyOf(message.subjectId, message.fingerprint);
      const alike = known.get(key) ?? [];
      const taking = caseThatTakes(alike, message.postedAt) ?? this.newCase(message, severities);
      const isNew = opened.has(taking.id) || !alike.some((each) => each.case.id === taking.id);
      if (isNew && !opened.has(taking.id)) known.set(key, [...alike, { case: taking, decidedAt: null }]);
      const place = isNew ? opened : joined;
      place.set(taking.id, this.counted(place.get(taking.id) ?? taking, message));
      return () => place.get(taking.id)!;
    });
    await this.repository.insert([...opened.values()]);
    for (const each of opened.values()) this.recordOpened(each);
    return this.saveJoined(joined).then((saved) => places.map((at) => saved.get(at().id) ?? at()));
  }

  /** What somebody found to be grave before is grave again, though screening does not see it. */
  private async withKnownGravity(messages: readonly ReportedMessage[]): Promise<ReportedMessage[]> {
    const unsure = messages.filter(({ text, isSensitive }) => text !== null && !isSensitive);
    const grave = await this.repository.graveAmong(unsure.map(({ fingerprint }) => fingerprint));
    return messages.map((message) => ({
      ...message,
      isSensitive: message.isSensitive || (message.text !== null && grave.has(message.fingerprint)),
    }));
  }

  /** Their rows are locked, so nobody has changed them since. */
  private async saveJoined(joined: ReadonlyMap<string, Case>): Promise<Map<string, Case>> {
    const saved = new Map<string, Case>();
    for (const each of joined.values()) {
      const { id, version, reportCount, lastPostedAt, lastReportedAt, updatedAt, isSensitive } = each;
      const change = { reportCount, lastPostedAt, lastReportedAt, updatedAt, isSensitive };
      await this.repository.update(id, version, change);
      if (isSensitive === 1) await this.words.hide(each);
      saved.set(id, { ...each, version: version + 1 });
    }
    return saved;
  }

  /** By open key, locked; in place of a duplicate the case it is a duplicate of. */
  private async knownCases(messages: readonly ReportedMessage[]): Promise<Map<string, KnownCase[]>> {
    const found = await this.repository.lockAlike(messages);
    const targets = new Map<string, Case>();
    for (const each of found) {
      const target = await this.targetOf(each);
      if (target) targets.set(each.id, target);
    }
    const decidedAt = await this.repository.firstDecisions([...targets.values()].map(({ id }) => id));
    const known = new Map<string, KnownCase[]>();
    for (const { id, subjectId, fingerprint } of found) {
      const target = targets.get(id);
      const key = openKeyOf(subjectId, fingerprint);
      const alike = known.get(key) ?? [];
      if (!target || alike.some((each) => each.case.id === target.id)) continue;
      known.set(key, [...alike, { case: target, decidedAt: decidedAt.get(target.id) ?? null }]);
    }
    return known;
  }

  private async targetOf(found: Case): Promise<Case | undefined> {
    const seen = new Set<string>();
    let target: Case | undefined = found;
    while (target?.status === 'duplicate' && target.duplicateOf && !seen.has(target.id)) {
      seen.add(target.id);
      target = await this.repository.lock(target.duplicateOf);
    }
    return target?.status === 'duplicate' ? undefined : target;
  }

  private newCase(message: ReportedMessage, severities: ReadonlyMap<string, Severity>): Case {
    const { subjectId, fingerprint, messageType, suggestion, isSensitive } = message;
    const rule = suggestedRule(suggestion);
    const severity = rule && severities.get(rule)!;
    const now = this.clock.now();
    return {
      ...{ id: newId(), subjectId, status: 'open', openKey: openKeyOf(subjectId, fingerprint) },
      ...{ messageType, fingerprint, suggestedRule: rule, severity, isSensitive: isSensitive ? 1 : 0 },
      ...{ suggestion: JSON.stringify(suggestion), reportCount: 0, lastPostedAt: null },
      ...{ firstReportedAt: now, lastReportedAt: now, priority: priorityOf(isSensitive ? 'S3' : severity) },
      ...{ claimedBy: null, claimedUntil: null, decisionId: null, proposalId: null, duplicateOf: null },
      ...{ escalationTextId: null, updatedAt: now, closedAt: null, version: 1 },
    };
  }

  private counted(taking: Case, { postedAt, isSensitive }: ReportedMessage): Case {
    const now = this.clock.now();
    const { lastPostedAt: last, reportCount } = taking;
    const lastPostedAt = last === null || (postedAt !== null && postedAt > last) ? postedAt : last;
    return {
      ...{ ...taking, isSensitive: isSensitive ? 1 : taking.isSensitive, reportCount: reportCount + 1 },
      ...{ lastPostedAt, lastReportedAt: now, updatedAt: now },
    };
  }

  private recordOpened({ id, subjectId, suggestedRule: ruleCode, severity }: Case): void {
    const payload = { subjectId, ruleCode, severity };
    this.journal.record({ action: 'case.opened', subject: { type: 'case', id }, payload });
  }
}
