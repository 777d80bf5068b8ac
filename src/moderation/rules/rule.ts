/**
 * One of the market's rules (กติกา) in one wording, with examples of what is welcome and what is not:
 * "ข้าวหอมมะลิ 5 กก. 180 บาท" is welcome, "สวัสดีวันจันทร์ค่ะ" is not.
 */
import type { Message } from '../../platform/message.js';
import type { RuleCode } from '../../screening/rule-codes.js';
import type { Severity } from './severity.js';

/** What people read. */
export interface RuleText {
  title: Message;
  text: Message;
  /** Posts that keep the rule. */
  good: readonly Message[];
  /** Posts that break it. */
  bad: readonly Message[];
}

export interface RuleWording extends RuleText {
  severity: Severity;
  /** Where a first violation is less grave than the next ones; else null. */
  firstTimeSeverity: Severity | null;
}

export interface Rule extends RuleWording {
  /** Of this version; decisions keep it. */
  id: string;
  code: RuleCode;
  /** From 1; the greatest is in force. */
  number: number;
  createdBy: string;
  createdAt: string;
}

/** Whether somebody would read the same. */
export function isSameWording(one: RuleWording, other: RuleWording): boolean {
  return wordingJson(one) === wordingJson(other);
}

/** The wording's members in one order. */
export function wordingJson({ severity, firstTimeSeverity, title, text, good, bad }: RuleWording): string {
  const plain = ({ th, en }: Message): Message => ({ th, en });
  return JSON.stringify({
    ...{ severity, firstTimeSeverity, title: plain(title), text: plain(text) },
    ...{ good: good.map(plain), bad: bad.map(plain) },
  });
}
