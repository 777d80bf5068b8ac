import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { Invalid } from '../../platform/errors.js';
import { suggestionView } from '../cases/suggestion-view.js';
import { MessageScreening, type ScreenedMessage } from '../reports/message-screening.service.js';
import { mostReports } from '../reports/report-input.dto.js';
import type { BatchReportsDto } from '../reports/report.dto.js';
import { ReportDesk } from '../reports/report-desk.service.js';
import { orderOf } from '../reports/report-order.js';
import { Subjects } from '../subjects/subjects.service.js';
import { possibleAuthors, settleAuthors, type ChatMessage, type ChatReading } from './chat-authors.js';
import type { ChatReadingDto, ChatReportsDto } from './chat.dto.js';
import { readChat } from './chat-reading.js';
import { unreadTexts } from './unread-texts.js';

/** Messages of one text at most. */
const mostMessages = 5_000;

/** Reads pasted chat, and reports what somebody picks from it. Reading keeps nothing. */
@Injectable()
export class ChatReadings {
  constructor(
    private readonly subjects: Subjects,
    private readonly screening: MessageScreening,
    private readonly desk: ReportDesk,
    private readonly clock: Clock,
  ) {}

  async read(text: string): Promise<ChatReadingDto> {
    const { messages, unread, skippedLines } = await this.reading(text);
    const screened = await this.screening.screen(messages);
    return {
      messages: screened.map(({ fingerprint: _kept, suggestion, ...message }) => ({
        ...message,
        suggestion: suggestionView(suggestion, message.text),
        isSuggested: isSuggested({ ...message, suggestion }),
      })),
      unread: unread.map((each) => ({ ...each, message: unreadTexts[each.reason] })),
      skippedLines,
    };
  }

  /** Those numbered, or all that screening suggests and whose author is sure; `reference` is the number. */
  async report({ text, messages: numbers }: ChatReportsDto): Promise<BatchReportsDto> {
    const { messages } = await this.reading(text);
    const wanted = numbers ? picked(messages, numbers) : await this.suggested(messages);
    if (wanted.length > mostReports) throw tooMany('/messages', 'TOO_MANY_REPORTS', mostReports);
    const now = this.clock.now();
    return this.desk.fileEach(
      wanted.map(({ number, author, messageType, text: words, postedAt }) => ({
        reference: String(number),
        read: () => orderOf({ authorUsername: author, messageType, text: words, postedAt }, 'chat', now),
      })),
    );
  }

  private async reading(text: string): Promise<ChatReading> {
    const draft = readChat(text);
    if (draft.entries.length > mostMessages) throw tooMany('/text', 'TOO_MANY_MESSAGES', mostMessages);
    const known = await this.subjects.known(possibleAuthors(draft.entries));
    return settleAuthors(draft, (name) => known.has(name));
  }

  private async suggested(messages: readonly ChatMessage[]): Promise<ChatMessage[]> {
    return (await this.screening.screen(messages)).filter(isSuggested);
  }
}

const isSuggested = ({
  authorIsSure,
  suggestion,
}: ChatMessage & Pick<ScreenedMessage, 'suggestion'>): boolean =>
  authorIsSure && suggestion.verdict !== 'allowed';

function picked(messages: readonly ChatMessage[], numbers: readonly number[]): ChatMessage[] {
  return numbers.map((number, i) => {
    const message = messages[number - 1];
    if (!message) throw noSuchMessage(i, messages.length);
    return message;
  });
}

const noSuchMessage = (index: number, count: number): Invalid =>
  Invalid.field(`/messages/${index}`, 'NO_SUCH_MESSAGE', {
    th: `ในแชทนี้มีข้อความที่ 1 ถึง ${count} กรุณาดูเลขจาก POST /v1/moderation/chat-readings`,
    en: `The chat has messages 1 to ${count}; see their numbers with POST /v1/moderation/chat-readings.`,
  });

const tooMany = (pointer: string, code: string, most: number): Invalid =>
  Invalid.field(pointer, code, {
    th: `ครั้งละไม่เกิน ${most} ข้อความ กรุณาแบ่งส่งหลายครั้ง`,
    en: `At most ${most} messages at a time; send it in parts.`,
  });
