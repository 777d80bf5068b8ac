/**
 * A report as it was asked for, checked: a text needs words, and nobody posts tomorrow. "2569-11-22" is พ.ศ. and would
 * be.
 */
import { Invalid, type FieldError } from '../../platform/errors.js';
import type { MessageType } from '../../screening/message-type.js';
import { nicknameKeys } from '../subjects/nickname.js';
import type { ReportSource } from './report.js';

export interface ReportInput {
  authorUsername: string;
  messageType?: MessageType;
  text?: string | null;
  postedAt?: string | null;
  note?: string | null;
}

export interface ReportOrder {
  authorNickname: string;
  messageType: MessageType;
  /** Null for messages without words. */
  text: string | null;
  postedAt: string | null;
  note: string | null;
  source: ReportSource;
}

/** Clocks differ by so much. */
const patienceMs = 600_000;

/** @throws Invalid with every failing field */
export function orderOf(input: ReportInput, source: ReportSource, now: string): ReportOrder {
  const { authorUsername, messageType = 'text' } = input;
  const order: ReportOrder = {
    ...{ authorNickname: wellFormed(authorUsername).trim(), messageType, source },
    ...{ text: wordsOf(input.text), note: wordsOf(input.note) },
    postedAt: input.postedAt ? new Date(input.postedAt).toISOString() : null,
  };
  const errors = [...nicknameErrors(order), ...textErrors(order), ...timeErrors(order, now)];
  if (errors.length > 0) throw new Invalid(errors);
  return order;
}

/** Half a character cannot be kept. */
const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd');

const wordsOf = (text: string | null | undefined): string | null =>
  text === undefined || text === null || text.trim() === '' ? null : wellFormed(text);

/** Nothing but control characters, letters of no width, and letters that look blank (U+115F, U+3164, U+2800). */
const unseen = /^[\p{Cc}\p{Cf}\p{Z}\p{M}\u115f\u1160\u2800\u3164\uffa0]*$/u;

function nicknameErrors({ authorNickname }: ReportOrder): FieldError[] {
  if (nicknameKeys(authorNickname) && !unseen.test(authorNickname)) return [];
  return [
    {
      ...{ pointer: '/authorUsername', code: 'REQUIRED' },
      message: {
        th: 'กรุณาระบุ authorUsername เป็นชื่อที่ผู้ส่งใช้ในกลุ่ม ตามที่เห็นใน LINE (มีแต่อักขระที่มองไม่เห็นไม่ได้)',
        en: 'authorUsername must be the name the author carries in the group, as LINE shows it; invisible characters alone are none.',
      },
    },
  ];
}

function textErrors({ messageType, text }: ReportOrder): FieldError[] {
  if (text !== null || messageType === 'sticker' || messageType === 'image') return [];
  return [
    {
      ...{ pointer: '/text', code: 'REQUIRED' },
      message: {
        th: 'กรุณาระบุ text เป็นข้อความที่โพสต์ หากเป็นสติกเกอร์หรือภาพ ให้ใช้ messageType sticker หรือ image',
        en: 'text must be what was posted; for a sticker or a picture use messageType sticker or image.',
      },
    },
  ];
}

function timeErrors({ postedAt }: ReportOrder, now: string): FieldError[] {
  if (postedAt === null || Date.parse(postedAt) <= Date.parse(now) + patienceMs) return [];
  return [
    {
      ...{ pointer: '/postedAt', code: 'IN_THE_FUTURE' },
      message: {
        th: 'postedAt เป็นเวลาในอนาคต หากเป็นปี พ.ศ. กรุณาลบออก 543 ให้เป็น ค.ศ. หรือเว้นว่างถ้าไม่ทราบเวลา',
        en: 'postedAt lies in the future. Take 543 off a Buddhist year, or leave it out if unknown.',
      },
    },
  ];
}
