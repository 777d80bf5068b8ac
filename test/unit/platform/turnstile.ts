import { setTimeout as sleep } from 'node:timers/promises';

/** Where slow handlers of the demo wait until the test lets them go: no test depends on how fast the machine is. */
class Turnstile {
  private waiting: (() => void)[] = [];

  pass(): Promise<void> {
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  /** Until so many wait. */
  async gathered(count: number): Promise<void> {
    while (this.waiting.length < count) await sleep(5);
  }

  letGo(): void {
    for (const go of this.waiting.splice(0)) go();
  }
}

export const turnstile = new Turnstile();
