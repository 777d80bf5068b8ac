/**
 * What screening suggested about a message (คำแนะนำจากการตรวจข้อความ), kept without the words: they stand in the text,
 * which can be erased; places go by UTF-16 units of it.
 */
import { isSensitive, type RuleCode } from '../../screening/rule-codes.js';
import type { Severity } from '../rules/severity.js';

export interface Span {
  start: number;
  end: number;
}

export interface Suggestion {
  verdict: 'allowed' | 'review' | 'violation';
  /** The likeliest first. */
  rules: { ruleCode: RuleCode; score: number; spans: Span[] }[];
  sellingSignals: Span[];
  lexiconVersion: number;
}

/** What screening answers for one message. */
export interface Screened {
  verdict: Suggestion['verdict'];
  suggestions: readonly { ruleCode: RuleCode; score: number; matches: readonly Span[] }[];
  sellingSignals: readonly Span[];
  lexiconVersion: number;
}

const span = ({ start, end }: Span): Span => ({ start, end });

export function suggestionOf({ verdict, suggestions, sellingSignals, lexiconVersion }: Screened): Suggestion {
  const rules = suggestions.map(({ ruleCode, score, matches }) => ({
    ...{ ruleCode, score },
    spans: matches.map(span),
  }));
  rules.sort((a, b) => b.score - a.score);
  return { verdict, rules, sellingSignals: sellingSignals.map(span), lexiconVersion };
}

/** The likeliest rule, if the message may break one at all. */
export const suggestedRule = ({ verdict, rules }: Suggestion): RuleCode | null =>
  verdict === 'allowed' ? null : (rules[0]?.ruleCode ?? null);

/** Whether the message may touch S3 matters, so that few people read it. */
export const isSensitiveMessage = ({ verdict, rules }: Suggestion): boolean =>
  verdict !== 'allowed' && rules.some(({ ruleCode }) => isSensitive(ruleCode));

/** S3 matters wait for nobody; all others come in the order they were reported. */
export const priorityOf = (severity: Severity | null): number => (severity === 'S3' ? 0 : 1);
