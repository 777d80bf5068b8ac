import { Injectable } from '@nestjs/common';
import { systemActor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import type { Case } from '../cases/case.js';
import { retainUntil } from '../texts/retention.js';
import { Texts, type KeptText } from '../texts/texts.service.js';
import type { Facts, RuleAtHand, Verdict } from './verdict.js';

/** The words of decisions, kept apart from the facts. */
@Injectable()
export class DecisionTexts {
  constructor(
    private readonly texts: Texts,
    private readonly clock: Clock,
  ) {}

  /** Reason and notice; a reason kept before is not kept twice. Needs a transaction. */
  async keep(
    { finding, rule }: Facts,
    { notice }: Pick<Verdict, 'notice'>,
    matter: Case,
    known?: KeptText,
  ): Promise<{ reason: KeptText; notice: KeptText | null }> {
    const reason = known ?? (await this.keepReason(finding.reason, rule, matter));
    const sensitive = isGrave(rule, matter);
    if (notice === null) return { reason, notice: null };
    return { reason, notice: await this.texts.keep({ kind: 'notice', text: notice.th, sensitive }) };
  }

  /** Why it is so decided, or proposed. Needs a transaction. */
  keepReason(text: string, rule: RuleAtHand | null, matter: Case): Promise<KeptText> {
    return this.texts.keep({ kind: 'reason', text, sensitive: isGrave(rule, matter) });
  }

  /** Why something was proposed that came to nothing; kept a while. Needs a transaction. */
  dropReason(id: string): Promise<void> {
    return this.texts.retain([id], retainUntil(null, 'dismissed', this.clock.now()));
  }

  /** A reason kept before, for the service's own use. */
  async reason(id: string): Promise<KeptText & { text: string }> {
    const text = (await this.texts.show([id], systemActor)).get(id)?.text ?? '';
    return { id, text, hash: this.texts.hashOf(text) };
  }
}

/** A milder finding about grave words still tells what they were. */
const isGrave = (rule: RuleAtHand | null, { isSensitive }: Case): boolean =>
  rule?.severity === 'S3' || isSensitive === 1;
