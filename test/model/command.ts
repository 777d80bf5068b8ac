import type { AsyncCommand } from 'fast-check';
import { checkInvariants } from './invariants.js';
import type { ModerationModel } from './moderation-model.js';
import type { Stage } from './stage.js';

/** Something people do, at a moment of its own; whatever it was, the invariants hold afterwards. */
export abstract class Command implements AsyncCommand<ModerationModel, Stage> {
  /** Whether there is anything to do it to. */
  abstract check(model: Readonly<ModerationModel>): boolean;

  /** Does it to the service, foresees it with the model, and compares. */
  protected abstract act(model: ModerationModel, stage: Stage): Promise<void>;

  /** How far the clock moves first. */
  protected readonly takes: number | undefined = undefined;

  async run(model: ModerationModel, stage: Stage): Promise<void> {
    stage.tick(model, this.takes);
    await this.act(model, stage);
    await checkInvariants(model, stage);
  }

  toString(): string {
    return `${this.constructor.name}(${JSON.stringify(this)})`;
  }
}

export const pick = <T>(items: readonly T[], n: number): T => items[n % items.length]!;

/** Compares the status and code of an answer, and shows all of it if they differ. */
export function expectAnswer(answer: { status: number; body: unknown }, status: number, code?: string): void {
  const said = answer.body as { code?: string };
  const shown = answer.status === status && (code === undefined || said.code === code) ? {} : answer.body;
  expect({ status: answer.status, shown }).toEqual({ status, shown: {} });
}
