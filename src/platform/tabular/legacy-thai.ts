/**
 * Gathers what tells Thai text in Windows-874 (TIS-620) from other eight-bit text. In it nearly every high
 * byte is a Thai letter, letters stand in runs, and a vowel or tone mark never begins a run; in Western text
 * high bytes stand alone between ASCII letters ("Café" would read as "Caf้").
 */
export class LegacyThaiEvidence {
  private high = 0;
  private letters = 0;
  private unassigned = 0;
  private alone = 0;
  private orphanMarks = 0;
  private utf8Thai = 0;
  private run = 0;
  private previous = 0;

  write(chunk: Uint8Array): void {
    for (let i = 0; i < chunk.length; i++) {
      const byte = chunk[i]!;
      if (byte >= 0x80) this.add(byte);
      else if (this.run > 0) this.endRun();
    }
  }

  looksLikeThai(): boolean {
    this.endRun();
    return (
      this.high > 0 &&
      this.unassigned === 0 &&
      this.letters >= 0.9 * this.high &&
      this.orphanMarks <= 0.1 * this.high &&
      this.alone <= 0.3 * this.high
    );
  }

  /** Thai in UTF-8 is E0 B8 xx or E0 B9 xx; two of the three bytes would pass as Thai letters. */
  looksLikeBrokenUtf8(): boolean {
    return this.utf8Thai * 3 > 0.5 * this.high;
  }

  private add(byte: number): void {
    this.high++;
    if (isUnassigned(byte)) this.unassigned++;
    else if (byte >= 0xa1) this.letters++;
    if (this.run === 0 && isMark(byte)) this.orphanMarks++;
    if (this.previous === 0xe0 && this.run > 0 && (byte === 0xb8 || byte === 0xb9)) this.utf8Thai++;
    this.previous = byte;
    this.run++;
  }

  private endRun(): void {
    if (this.run === 1) this.alone++;
    this.run = 0;
  }
}

const isUnassigned = (byte: number): boolean => (byte >= 0xdb && byte <= 0xde) || byte >= 0xfc;
const isMark = (byte: number): boolean =>
  byte === 0xd1 || (byte >= 0xd4 && byte <= 0xda) || (byte >= 0xe7 && byte <= 0xee);
