import { setImmediate as nextTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { LexiconKeeper } from './lexicon-keeper.service.js';
import type { Message, ScreeningResult } from './screener.js';

/** UTF-16 units judged before others get their turn; the worst of them take some 20 ms. */
const atOnce = 20_000;

/** Suggests which rules messages may break, from memory. It never acts, and nothing acts on it but people. */
@Injectable()
export class Screening {
  constructor(private readonly lexicon: LexiconKeeper) {}

  /** In order. For a few messages; {@link screenMany} lets others in between. */
  screen(messages: readonly Message[]): ScreeningResult[] {
    const screener = this.lexicon.current();
    return messages.map((message) => screener.screen(message));
  }

  /** In order, all by the same version. */
  async screenMany(messages: readonly Message[]): Promise<ScreeningResult[]> {
    const screener = this.lexicon.current();
    const results: ScreeningResult[] = [];
    let units = 0;
    for (const message of messages) {
      results.push(screener.screen(message));
      units += message.text.length;
      if (units < atOnce) continue;
      units = 0;
      await nextTurn();
    }
    return results;
  }
}
