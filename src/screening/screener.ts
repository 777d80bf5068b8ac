/** Judges messages by one lexicon: เลขเด็ดงวดนี้ suggests personal_belief and says which words led there. */
import type { Lexicon } from './lexicon.js';
import { Matcher } from './matcher.js';
import type { MessageType } from './message-type.js';
import { numberSignals } from './prices.js';
import type { RuleCode } from './rule-codes.js';
import { finished, type Steps } from './steps.js';
import { verdictOnNothing, weigh, type Suspicion, type Verdict } from './weighing.js';

export interface Message {
  text: string;
  /** Default: text. */
  messageType?: MessageType;
}

/** Part of the text; offsets are UTF-16 units, `end` is behind the last. */
export interface Span {
  text: string;
  start: number;
  end: number;
}

export interface Suggestion {
  ruleCode: RuleCode;
  /** 0 to 1. */
  score: number;
  matches: Span[];
}

export interface ScreeningResult {
  verdict: Verdict;
  /** Likeliest first. */
  suggestions: Suggestion[];
  sellingSignals: Span[];
  lexiconVersion: number;
}

/** Spans told of one kind; a text full of them is no better understood with more. */
const MOST_SPANS = 50;
/** Points that give a score of one half. */
const HALF = 2;

export class Screener {
  private constructor(
    private readonly matcher: Matcher,
    readonly version: number,
  ) {}

  static *steps(lexicon: Lexicon, version: number): Steps<Screener> {
    return new Screener(yield* Matcher.steps(lexicon), version);
  }

  static of(lexicon: Lexicon, version: number): Screener {
    return finished(Screener.steps(lexicon, version));
  }

  /** The verdict alone, which most messages get after one walk; the same as {@link screen} gives. */
  judge({ text, messageType = 'text' }: Message): Verdict {
    const glance = this.matcher.glance(text);
    if (messageType !== 'sticker') {
      if (glance === 'sells') return 'allowed';
      if (glance === 'nothing') return verdictOnNothing(text, messageType);
    }
    return weigh(text, messageType, this.matcher.closer(text), () => numberSignals(text)).verdict;
  }

  /** The verdict with what led to it. */
  screen({ text, messageType = 'text' }: Message): ScreeningResult {
    const matches = this.matcher.find(text);
    const numbers = numberSignals(text);
    const { verdict, suspicions } = weigh(text, messageType, matches, () => numbers);
    return {
      verdict,
      suggestions: suspicions.map((suspicion) => suggestionOf(text, suspicion)),
      sellingSignals: spans(text, [...matches.signals, ...numbers]),
      lexiconVersion: this.version,
    };
  }
}

function suggestionOf(text: string, { ruleCode, points, matches }: Suspicion): Suggestion {
  const score = Math.round((points / (points + HALF)) * 100) / 100;
  return { ruleCode, score, matches: spans(text, matches) };
}

function spans(text: string, places: readonly { start: number; end: number }[]): Span[] {
  if (places.length === 0) return [];
  return [...places]
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .slice(0, MOST_SPANS)
    .map(({ start, end }) => ({ text: text.slice(start, end), start, end }));
}
