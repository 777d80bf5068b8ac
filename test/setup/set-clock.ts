import { Clock } from '../../src/platform/clock.js';

/** A clock that stands still until it is moved. */
export class SetClock extends Clock {
  constructor(private at = '2026-01-15T03:00:00.000Z') {
    super();
  }

  now(): string {
    return this.at;
  }

  advance(seconds: number): void {
    this.at = new Date(Date.parse(this.at) + seconds * 1_000).toISOString();
  }
}
