import { Injectable } from '@nestjs/common';
import { DataSecret } from '../../platform/secret.js';
import { sameMessageText, type Message } from './message-fingerprint.js';
import { suggestionOf, type Screened, type Suggestion } from './suggestion.js';

export interface ScreenedMessage {
  /** HMAC of what makes two reports mean the same message. */
  fingerprint: string;
  suggestion: Suggestion;
}

/** Looks at messages before they become a matter; it only suggests. */
@Injectable()
export class MessageScreening {
  constructor(private readonly secret: DataSecret) {}

  /** In order. */
  screen<M extends Message>(messages: readonly M[]): (M & ScreenedMessage)[] {
    const screened: Screened[] = messages.map(() => ({
      ...{ verdict: 'allowed', suggestions: [], sellingSignals: [], lexiconVersion: 0 },
    }));
    return messages.map((message, i) => ({
      ...message,
      fingerprint: this.secret.hash('moderation-message', sameMessageText(message)),
      suggestion: suggestionOf(screened[i]!),
    }));
  }
}
