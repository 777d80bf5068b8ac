/** Where "now" comes from; tests and jobs may hand in another. Pure files take the time as an argument. */
export abstract class Clock {
  /** RFC 3339, UTC, milliseconds: `2026-01-31T03:04:05.678Z`. Text order is time order. */
  abstract now(): string;
}

export class SystemClock extends Clock {
  private at = NaN;
  private text = '';

  now(): string {
    const at = Date.now();
    // Hundreds of rows and requests share a millisecond.
    if (at !== this.at) {
      this.at = at;
      this.text = new Date(at).toISOString();
    }
    return this.text;
  }
}
