/**
 * Finds which of thousands of spellings are at most two letters away without comparing with each: if ครูสุรินร์ has
 * one slip, then of three equal parts of ครูสุรินทร์ at least one stayed whole, so whole parts are looked up.
 */
import { MAX_EDITS, slipsBetween } from './near-spelling.js';

const PARTS = MAX_EDITS + 1;

export interface NearHit {
  /** The registered spelling, and its place in the list given to the constructor. */
  key: string;
  position: number;
  edits: number;
}

/** Immutable. */
export class NearIndex {
  private readonly byPart = new Map<string, number[]>();

  constructor(private readonly keys: readonly string[]) {
    keys.forEach((key, position) => {
      for (let part = 0; part < PARTS; part++) {
        const [start, end] = bounds(key.length, part);
        const label = labelOf(key.length, part, key.slice(start, end));
        const places = this.byPart.get(label);
        if (places) places.push(position);
        else this.byPart.set(label, [position]);
      }
    });
  }

  /** Every registered spelling that is a slip away or equal, nearest first. */
  near(text: string): NearHit[] {
    const hits: NearHit[] = [];
    for (const position of this.candidates(text)) {
      const key = this.keys[position]!;
      const edits = slipsBetween(text, key);
      if (edits !== undefined) hits.push({ key, position, edits });
    }
    return hits.sort((a, b) => a.edits - b.edits || a.position - b.position);
  }

  private candidates(text: string): Set<number> {
    const found = new Set<number>();
    for (let length = text.length - MAX_EDITS; length <= text.length + MAX_EDITS; length++) {
      if (length < PARTS) continue;
      for (let part = 0; part < PARTS; part++) {
        const [start, end] = bounds(length, part);
        for (let shift = -MAX_EDITS; shift <= MAX_EDITS; shift++) {
          if (start + shift < 0 || end + shift > text.length) continue;
          const places = this.byPart.get(labelOf(length, part, text.slice(start + shift, end + shift)));
          if (places) for (const position of places) found.add(position);
        }
      }
    }
    return found;
  }
}

function bounds(length: number, part: number): [number, number] {
  return [Math.floor((length * part) / PARTS), Math.floor((length * (part + 1)) / PARTS)];
}

function labelOf(length: number, part: number, text: string): string {
  return `${length}.${part}.${text}`;
}
