import { Injectable } from '@nestjs/common';
import { DataSecret } from '../../platform/secret.js';
import { Screening } from '../../screening/screening.service.js';
import { sameMessageText, type Message } from './message-fingerprint.js';
import { isSensitiveMessage, suggestionOf, type Suggestion } from './suggestion.js';

export interface ScreenedMessage {
  /** HMAC of what makes two reports mean the same message. */
  fingerprint: string;
  suggestion: Suggestion;
  /** Whether the message, or what was noted about it, may touch S3 matters. */
  isSensitive: boolean;
}

/** A message with what its reporter says about it. */
interface Noted extends Message {
  note?: string | null;
}

/** Looks at messages before they become a matter; it only suggests. */
@Injectable()
export class MessageScreening {
  constructor(
    private readonly screening: Screening,
    private readonly secret: DataSecret,
  ) {}

  /** In order. */
  async screen<M extends Noted>(messages: readonly M[]): Promise<(M & ScreenedMessage)[]> {
    const texts = messages.map(({ text, messageType }) => ({ text: text ?? '', messageType }));
    const screened = (await this.screening.screen(texts)).map(suggestionOf);
    const notes = (await this.screening.screen(messages.map(({ note }) => ({ text: note ?? '' })))).map(
      suggestionOf,
    );
    return messages.map((message, i) => ({
      ...message,
      fingerprint: this.secret.hash('moderation-message', sameMessageText(message)),
      suggestion: screened[i]!,
      isSensitive: isSensitiveMessage(screened[i]!) || isSensitiveMessage(notes[i]!),
    }));
  }
}
