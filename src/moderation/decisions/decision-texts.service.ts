import { Injectable } from '@nestjs/common';
import { systemActor } from '../../platform/actor.js';
import { Texts, type KeptText } from '../texts/texts.service.js';
import type { Facts, Verdict } from './verdict.js';

/** The words of decisions, kept apart from the facts. */
@Injectable()
export class DecisionTexts {
  constructor(private readonly texts: Texts) {}

  /** Reason and notice; a reason kept before is not kept twice. Needs a transaction. */
  async keep(
    { finding, rule }: Facts,
    { notice }: Pick<Verdict, 'notice'>,
    known?: KeptText,
  ): Promise<{ reason: KeptText; notice: KeptText | null }> {
    const sensitive = rule?.severity === 'S3';
    const reason = known ?? (await this.keepReason(finding.reason, sensitive));
    if (notice === null) return { reason, notice: null };
    return { reason, notice: await this.texts.keep({ kind: 'notice', text: notice.th, sensitive }) };
  }

  keepReason(text: string, sensitive: boolean): Promise<KeptText> {
    return this.texts.keep({ kind: 'reason', text, sensitive });
  }

  /** A reason kept before, for the service's own use. */
  async reason(id: string): Promise<KeptText & { text: string }> {
    const text = (await this.texts.show([id], systemActor)).get(id)?.text ?? '';
    return { id, text, hash: this.texts.hashOf(text) };
  }
}
