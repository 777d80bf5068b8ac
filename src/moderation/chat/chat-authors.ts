/**
 * Tells the name from the words where only blanks stand between them: "08:30 ร้านป้าออม ของอร่อย ข้าวหอมมะลิ" is by ร้านป้าออม
 * ของอร่อย if that is the longest name known; else the first word is taken for the name, and marked as unsure.
 */
import type { MessageType } from '../../screening/message-type.js';
import { messageTypeOf, type ChatDraft, type ChatEntry, type UnreadLine } from './chat-reading.js';

export interface ChatMessage {
  /** From 1, in the order of the chat. */
  number: number;
  firstLine: number;
  lastLine: number;
  author: string;
  /** False where the name was only taken to be the first word. */
  authorIsSure: boolean;
  postedAt: string | null;
  messageType: MessageType;
  /** Null for stickers and pictures. */
  text: string | null;
}

export interface ChatReading {
  messages: ChatMessage[];
  unread: UnreadLine[];
  skippedLines: number[];
}

/** Blanks in a name at most. */
const mostBlanks = 6;
const longestName = 200;

/** What the author of these entries may be called; ask which are known. */
export function possibleAuthors(entries: readonly ChatEntry[]): string[] {
  const names = new Set<string>();
  for (const { author, words } of entries)
    if (author === null) for (const end of nameEnds(words)) names.add(words.slice(0, end));
  return [...names];
}

/** `isKnown`: whether somebody is known by this name; those in front of a tab are. */
export function settleAuthors(draft: ChatDraft, isKnown: (name: string) => boolean): ChatReading {
  const said = new Set(draft.entries.flatMap(({ author }) => author ?? []));
  const messages: ChatMessage[] = [];
  const unread = [...draft.unread];
  for (const entry of draft.entries) {
    const { author, words, sure } = split(entry, (name) => said.has(name) || isKnown(name));
    const { firstLine, lastLine, postedAt } = entry;
    const reason = author === '' || author.length > longestName ? 'no_author' : 'no_text';
    if (reason === 'no_author' || words === '') {
      const text = `${author} ${words}`.trim().slice(0, longestName);
      unread.push({ line: firstLine, lastLine, text, reason });
      continue;
    }
    const messageType = messageTypeOf(words);
    const text = messageType === 'sticker' || messageType === 'image' ? null : words;
    const number = messages.length + 1;
    messages.push({
      ...{ number, firstLine, lastLine, author, authorIsSure: sure, postedAt, messageType, text },
    });
  }
  return { messages, unread: unread.sort((a, b) => a.line - b.line), skippedLines: draft.skippedLines };
}

function split({ author, words }: ChatEntry, isKnown: (name: string) => boolean) {
  if (author !== null) return { author, words: words.trim(), sure: true };
  const ends = nameEnds(words);
  const known = ends.findLast((end) => isKnown(words.slice(0, end)));
  const end = known ?? ends[0] ?? words.length;
  return { author: words.slice(0, end).trim(), words: words.slice(end).trim(), sure: known !== undefined };
}

/** Where a name at the beginning may end: before each of the first blanks, and at the end of the line. */
function nameEnds(words: string): number[] {
  const ends: number[] = [];
  const line = /^[^\n]*/.exec(words)![0].trimEnd();
  for (let at = 0; at < line.length && at <= longestName && ends.length < mostBlanks; at++)
    if (line[at] === ' ' && at > 0 && line[at - 1] !== ' ') ends.push(at);
  if (ends.length < mostBlanks && line.length <= longestName && line !== '') ends.push(line.length);
  return ends;
}
