/** What screening said, as callers see it: with the words at each place (เลขเด็ด) where the text may be read. */
import type { Span, Suggestion } from '../reports/suggestion.js';

/** `text` is null where it is masked or erased. */
export function suggestionView(suggestion: Suggestion, text: string | null) {
  const { verdict, rules, sellingSignals, lexiconVersion } = suggestion;
  const spanOf = ({ start, end }: Span) => ({ start, end, text: text?.slice(start, end) ?? null });
  return {
    ...{ verdict, sellingSignals: sellingSignals.map(spanOf), lexiconVersion },
    rules: rules.map(({ ruleCode, score, spans }) => ({ ruleCode, score, spans: spans.map(spanOf) })),
  };
}
