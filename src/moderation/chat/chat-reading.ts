/**
 * Reads a stretch of chat: LINE's exported text file, or what was copied from the screen. Times are Bangkok's. What cannot be
 * read is listed with its line; nothing is guessed in silence.
 */
import type { MessageType } from '../../screening/message-type.js';
import { instantOf, readDateLine, type ChatDay } from './chat-date.js';
import { isHeaderLine, isSystemLine, readTimedLine, type TimedLine } from './chat-line.js';

export interface ChatEntry {
  /** From 1. */
  firstLine: number;
  lastLine: number;
  /** Null where no line before says which day it was. */
  postedAt: string | null;
  /** Null where no tab tells name and words apart; then the name stands in front of the words. */
  author: string | null;
  words: string;
}

export interface UnreadLine {
  line: number;
  /** With the lines that went on with it. */
  lastLine: number;
  text: string;
  reason: 'no_time' | 'no_author' | 'no_text' | 'date_unclear';
}

export interface ChatDraft {
  entries: ChatEntry[];
  unread: UnreadLine[];
  /** Lines of LINE itself: heads, days, who joined, what was unsent. */
  skippedLines: number[];
}

const shownOfUnread = 200;

/** In time proportional to the text. */
export function readChat(text: string): ChatDraft {
  return new ChatReader(text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/)).read();
}

class ChatReader {
  private readonly draft: ChatDraft = { entries: [], unread: [], skippedLines: [] };
  private day: ChatDay | null = null;
  /** The message that lines without a time go on with. */
  private open: ChatEntry | undefined;
  private at = 0;

  constructor(private readonly lines: readonly string[]) {}

  read(): ChatDraft {
    for (; this.at < this.lines.length; this.at++) this.take(this.lines[this.at]!);
    for (const entry of this.draft.entries) entry.words = entry.words.trim();
    return this.draft;
  }

  private take(line: string): void {
    const timed = readTimedLine(line);
    if (timed) return isSystemLine(timed) ? this.skip() : this.begin(timed);
    const day = readDateLine(line);
    if (day !== undefined && !this.isWithinMessage()) return this.turnTo(day, line);
    if (isHeaderLine(line)) return this.skip();
    if (this.open) this.goOn(line);
    else if (line.trim() !== '') this.leave(line, 'no_time');
  }

  private begin({ hour, minute, isTabbed, author, rest }: TimedLine): void {
    const firstLine = this.at + 1;
    const words = isTabbed ? this.unquoted(rest) : rest;
    this.open = {
      ...{ firstLine, lastLine: this.at + 1, author: isTabbed ? author : null, words },
      postedAt: this.day && instantOf(this.day, hour, minute),
    };
    this.draft.entries.push(this.open);
  }

  /** LINE's file puts texts of several lines in quotes; without an end the quote is the author's own. */
  private unquoted(rest: string): string {
    if (!rest.startsWith('"')) return rest;
    for (let end = this.at; end < this.lines.length; end++) {
      const line = this.lines[end]!;
      if (end > this.at && readTimedLine(line)?.isTabbed) return rest;
      // Inside, quotes are doubled.
      if (trailingQuotes(line) % 2 === 0 || (end === this.at && rest.length === 1)) continue;
      // In one line the quotes are the author's own.
      if (end === this.at) return rest;
      const words = [rest, ...this.lines.slice(this.at + 1, end + 1)].join('\n');
      this.at = end;
      return words.slice(1, -1).replaceAll('""', '"');
    }
    return rest;
  }

  /** A message may speak of a day; a line that opens a day has messages below it. */
  private isWithinMessage(): boolean {
    if (!this.open) return false;
    let next = this.at + 1;
    while (next < this.lines.length && this.lines[next]!.trim() === '') next++;
    return next < this.lines.length && !readTimedLine(this.lines[next]!);
  }

  private goOn(line: string): void {
    this.open!.words += `\n${line}`;
    if (line.trim() !== '') this.open!.lastLine = this.at + 1;
  }

  private turnTo(day: ChatDay | 'unclear', line: string): void {
    this.open = undefined;
    this.day = day === 'unclear' ? null : day;
    if (day === 'unclear') this.leave(line, 'date_unclear');
    else this.skip();
  }

  private skip(): void {
    this.open = undefined;
    this.draft.skippedLines.push(this.at + 1);
  }

  private leave(words: string, reason: UnreadLine['reason']): void {
    const line = this.at + 1;
    this.draft.unread.push({ line, lastLine: line, text: words.slice(0, shownOfUnread), reason });
  }
}

function trailingQuotes(line: string): number {
  let count = 0;
  while (count < line.length && line[line.length - 1 - count] === '"') count++;
  return count;
}

const stickers = new Set(['[สติกเกอร์]', '[สติ๊กเกอร์]', '[sticker]', 'สติกเกอร์', 'sticker']);
const pictures = new Set([
  ...['[รูป]', '[รูปภาพ]', '[ภาพ]', '[ภาพถ่าย]', '[อัลบั้ม]', '[วิดีโอ]', '[วีดีโอ]', 'รูปภาพ', 'รูป'],
  ...['[photo]', '[image]', '[picture]', '[video]', '[album]', 'photo', 'photos', 'image'],
]);

/** What kind of message these words stand for. */
export function messageTypeOf(words: string): MessageType {
  const said = words.trim().toLowerCase();
  if (stickers.has(said)) return 'sticker';
  if (pictures.has(said)) return 'image';
  return /^https?:\/\/\S+$/.test(said) ? 'link' : 'text';
}
