/**
 * What the words of a message amount to. A greeting over a price list is a sale; a price in a quarrel about politics
 * is still politics (ขายชาติ 100 บาท ยุบสภาไปเลย).
 */
import { canonical } from './letters.js';
import type { TermRule } from './lexicon.js';
import { isSensitive } from './rule-codes.js';
import type { Matches, TermMatch } from './matcher.js';
import type { MessageType } from './message-type.js';
import type { NumberSignal } from './prices.js';

export const verdicts = ['allowed', 'review', 'violation'] as const;
/** What a person is advised to do: nothing, look, or look first. Nothing ever happens by itself. */
export type Verdict = (typeof verdicts)[number];

export interface Suspicion {
  ruleCode: TermRule;
  points: number;
  matches: readonly TermMatch[];
}

export interface Weighed {
  verdict: Verdict;
  /** Heaviest first. */
  suspicions: Suspicion[];
}

const POINTS = { strong: 3, weak: 1 } as const;
const DISGUISE = 1;
const SELLING = { strong: 2, weak: 1 } as const;
const NUMBERS = { price: 2, amount: 1, telephone: 1 } as const;
/** Points from which a rule is suggested, and from which it looks broken. */
const SUSPICIOUS = 1;
const PLAIN = 3;
/** Selling beyond doubt, and what it takes against it. */
const SELLS = 4;
const PLAIN_WHERE_SOLD = 6;
/** Most that selling signals take from a rule they do not excuse. */
const MOST_TAKEN = 2;
/** A message with less is no sentence: ok, 555, a sign. */
const FEW_LETTERS = 4;
/** Weak signals make a sale when they are many, or in a short answer (ได้ค่ะ ขอบคุณค่ะ). */
const MANY_WEAK = 3;
const SHORT = 40;
/** Greater letters are no digits. */
const DIGITS = 0x39;

interface Selling {
  points: number;
  weak: number;
  /** Somebody surely buys or sells: a price, an order, a delivery. */
  sure: boolean;
}

export function weigh(
  text: string,
  type: MessageType,
  { terms, signals }: Matches,
  numbers: () => readonly NumberSignal[],
): Weighed {
  if (type === 'sticker') return review({ ruleCode: 'daily_greeting', points: 2, matches: [] });
  // A sale that nothing speaks against needs no counting.
  if (terms.length === 0 && signals.some(({ strength }) => strength === 'strong')) return allowed();
  const selling = sellingOf(signals, numbers());
  const suspicions = [...byRule(terms)]
    .map(([ruleCode, matches]) => ({
      ...{ ruleCode, matches },
      points: pointsOf(matches) - excused(ruleCode, matches, selling.points),
    }))
    .filter(({ points }) => points >= SUSPICIOUS)
    .sort((a, b) => weightOf(b) - weightOf(a));
  if (suspicions.length > 0) {
    const plain = selling.points >= SELLS ? PLAIN_WHERE_SOLD : PLAIN;
    const isPlain = suspicions.some(({ points }) => points >= plain);
    return { verdict: isPlain ? 'violation' : 'review', suspicions };
  }
  if (type === 'image' || !sellsNothing(text, selling)) return allowed();
  return review({ ruleCode: 'off_topic', points: SUSPICIOUS, matches: [] });
}

/** The same for a message without any entry of the lexicon and any number. */
export const verdictOnNothing = (text: string, type: MessageType): Verdict =>
  type !== 'image' && countLetters(text, FEW_LETTERS) >= FEW_LETTERS ? 'review' : 'allowed';

const allowed = (): Weighed => ({ verdict: 'allowed', suspicions: [] });

/** Of two suspicions the graver goes first, and idle chat last. */
const weightOf = ({ ruleCode, points }: Suspicion) =>
  points + (isSensitive(ruleCode) ? 1 : 0) - (ruleCode === 'off_topic' ? 0.5 : 0);

const review = (suspicion: Suspicion): Weighed => ({ verdict: 'review', suspicions: [suspicion] });

function byRule(terms: readonly TermMatch[]): Map<TermRule, TermMatch[]> {
  const rules = new Map<TermRule, TermMatch[]>();
  for (const match of terms) {
    const list = rules.get(match.term.ruleCode);
    if (list) list.push(match);
    else rules.set(match.term.ruleCode, [match]);
  }
  return rules;
}

/** Each term counts once, however often it stands there. */
function pointsOf(matches: readonly TermMatch[]): number {
  const points = new Map<string, number>();
  for (const { term, disguised } of matches) {
    const own = POINTS[term.strength] + (disguised ? DISGUISE : 0);
    points.set(term.text, Math.max(own, points.get(term.text) ?? 0));
  }
  return sum(points.values());
}

/** Each signal counts once. */
function sellingOf(signals: Matches['signals'], numbers: readonly NumberSignal[]): Selling {
  const points = new Map<string, number>();
  for (const { signal, strength } of signals) points.set(signal, SELLING[strength]);
  for (const { kind } of numbers) points.set(kind, NUMBERS[kind]);
  const weak = [...points.values()].filter((each) => each < SELLING.strong).length;
  return { points: sum(points.values()), weak, sure: weak < points.size };
}

/** What a rule loses because something is sold: greetings and chat nearly all, the rest a part. */
function excused(rule: TermRule, matches: readonly TermMatch[], selling: number): number {
  if (rule === 'daily_greeting') return selling >= 2 ? Infinity : 2 * selling;
  const strong = matches.some(({ term }) => term.strength === 'strong');
  if (!strong) return selling;
  return Math.min(selling * 0.5, MOST_TAKEN);
}

function sellsNothing(text: string, { weak, sure }: Selling): boolean {
  if (sure || weak >= MANY_WEAK) return false;
  const letters = countLetters(text, SHORT + 1);
  return letters >= FEW_LETTERS && (weak === 0 || letters > SHORT);
}

/** Letters of Thai and Latin, up to `enough`. */
function countLetters(text: string, enough: number): number {
  let count = 0;
  for (let at = 0; at < text.length && count < enough; at++)
    if (canonical[text.charCodeAt(at)]! > DIGITS) count++;
  return count;
}

function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const each of numbers) total += each;
  return total;
}
