/**
 * The words by which messages are judged: terms that point to a rule (ยุบสภา → politics), exceptions in which a term
 * means something else (รสชาติ), and signals that somebody is selling (พร้อมส่ง).
 */
import type { RuleCode } from './rule-codes.js';

export const strengths = ['strong', 'weak'] as const;
/** A strong term is enough for a suggestion; weak ones must come together, or stand where nothing is sold. */
export type Strength = (typeof strengths)[number];

/** Rules a text can break. */
export const termRules = [
  'daily_greeting',
  'off_topic',
  'personal_belief',
  'nation',
  'religion',
  'monarchy',
  'politics',
] as const satisfies readonly RuleCode[];
export type TermRule = (typeof termRules)[number];

export interface LexiconTerm {
  text: string;
  ruleCode: TermRule;
  strength: Strength;
}

export interface SellingSignal {
  text: string;
  strength: Strength;
}

export interface Lexicon {
  terms: LexiconTerm[];
  /** Words and phrases in which no term is meant. */
  exceptions: string[];
  sellingSignals: SellingSignal[];
}

/** Texts of a list written with commas and line breaks. */
export const listed = (list: string): string[] =>
  list
    .split(/[,\n]/)
    .map((text) => text.trim())
    .filter((text) => text !== '');

export const termsOf = (ruleCode: TermRule, strong: string, weak: string): LexiconTerm[] => [
  ...listed(strong).map((text) => ({ text, ruleCode, strength: 'strong' as const })),
  ...listed(weak).map((text) => ({ text, ruleCode, strength: 'weak' as const })),
];
