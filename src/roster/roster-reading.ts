/**
 * Reads a pasted member list of the OpenChat: one nickname a line, as LINE shows it or as somebody typed it. Headings
 * (สมาชิก 512), numbering (1. …) and blank lines are no nicknames.
 */
export interface RosterLine {
  /** In the pasted text, from 1. */
  line: number;
  nickname: string;
}

/** An OpenChat holds no more people. */
export const MOST_MEMBERS = 5_000;
/** Longer lines are no nickname. */
export const LONGEST_NICKNAME = 200;

export interface RosterReading {
  members: RosterLine[];
  /** Lines that are too long to be a nickname. */
  unread: number[];
}

const LINE_BREAK = /\r\n|[\n\r\u2028\u2029]/;
const NUMBERING = /^(?:\(?\d{1,4}[.)]\s+|[-•·*]\s+)/;
const HEADING = /^(?:สมาชิก|ผู้ดูแล|ผู้ร่วมดูแล|members?|admins?|co-admins?)\s*[:(]?\s*[\d,]*\s*\)?$/i;
/** What LINE writes behind the name of who looks, or of an administrator. */
const ROLE = /\s*\((?:คุณ|ฉัน|ผู้ดูแล|ผู้ร่วมดูแล|you|me|admin|co-admin)\)$/i;
const BLANK = /^[\s\p{Cf}\p{Cc}]*$/u;

export function readRoster(text: string): RosterReading {
  const reading: RosterReading = { members: [], unread: [] };
  text.split(LINE_BREAK).forEach((raw, i) => {
    const line = i + 1;
    if (raw.length > LONGEST_NICKNAME) return void reading.unread.push(line);
    const nickname = raw.trim().replace(NUMBERING, '').replace(ROLE, '').trim();
    if (BLANK.test(nickname) || HEADING.test(nickname)) return;
    reading.members.push({ line, nickname });
  });
  return reading;
}
