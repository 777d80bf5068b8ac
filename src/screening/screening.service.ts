import { Injectable } from '@nestjs/common';
import { inTurns } from '../platform/in-turns.js';
import { LexiconKeeper } from './lexicon-keeper.service.js';
import type { Message, Screener, ScreeningResult } from './screener.js';
import type { Steps } from './steps.js';
import type { Verdict } from './weighing.js';

/** Suggests which rules messages may break, from memory. It never acts, and nothing acts on it but people. */
@Injectable()
export class Screening {
  constructor(private readonly lexicon: LexiconKeeper) {}

  /** In order, all by the same version; others get their turn in between. */
  screen(messages: readonly Message[]): Promise<ScreeningResult[]> {
    return this.each(messages, (screener, message) => screener.screen(message));
  }

  /** The same, verdicts alone, which take far less time. */
  judge(messages: readonly Message[]): Promise<Verdict[]> {
    return this.each(messages, (screener, message) => screener.judge(message));
  }

  private async each<T>(
    messages: readonly Message[],
    look: (screener: Screener, message: Message) => T,
  ): Promise<T[]> {
    const screener = await this.lexicon.current();
    return inTurns(oneByOne(messages, (message) => look(screener, message)));
  }
}

function* oneByOne<T>(messages: readonly Message[], look: (message: Message) => T): Steps<T[]> {
  const found: T[] = [];
  for (const message of messages) {
    found.push(look(message));
    yield;
  }
  return found;
}
