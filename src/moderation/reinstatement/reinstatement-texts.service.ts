import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { retainUntil } from '../texts/retention.js';
import { Texts } from '../texts/texts.service.js';

/** The words of reinstatements. All need a transaction. */
@Injectable()
export class ReinstatementTexts {
  constructor(
    private readonly texts: Texts,
    private readonly clock: Clock,
  ) {}

  /** Kept until the proposal has ended, and then as long as that needs. */
  async keepReason(text: string, sensitive: boolean): Promise<string> {
    return (await this.texts.keep({ kind: 'reason', text, sensitive })).id;
  }

  /** The person comes back: what they are told, and how long that and the reason are kept. */
  async keepNotice(text: string, sensitive: boolean, reasonTextId: string): Promise<string> {
    const until = retainUntil(sensitive ? 'S3' : null, 'violation', this.clock.now());
    await this.texts.retain([reasonTextId], until);
    return (await this.texts.keep({ kind: 'notice', text, sensitive, retainUntil: until })).id;
  }

  /** Nothing came of it. */
  drop(reasonTextId: string): Promise<void> {
    return this.texts.retain([reasonTextId], retainUntil(null, 'dismissed', this.clock.now()));
  }
}
