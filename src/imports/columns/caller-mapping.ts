/**
 * The mapping a caller sends beside the file, as JSON text: `[{"header":"นามของท่าน","field":"fullName"}]` says that
 * this question asks for the name.
 */
import { Invalid, type FieldError } from '../../platform/errors.js';
import type { Message } from '../../platform/message.js';
import type { ColumnChoice } from './column-choice.js';

const MOST_CHOICES = 200;
const MEMBERS = ['header', 'index', 'field'];

/** Throws Invalid naming each wrong place, such as `/mapping/2`. Fields and columns are checked with the file. */
export function readMapping(text: string): ColumnChoice[] {
  const choices = parsed(text);
  if (!Array.isArray(choices) || choices.length > MOST_CHOICES) throw new Invalid([error('', notAList)]);
  const errors = choices.flatMap((choice, i) => {
    const problem = problemOf(choice as Record<string, unknown> | null);
    return problem ? [error(`/${i}`, problem)] : [];
  });
  if (errors.length > 0) throw new Invalid(errors);
  return choices as ColumnChoice[];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Invalid([error('', notAList)]);
  }
}

function problemOf(choice: Record<string, unknown> | null): Problem | undefined {
  if (typeof choice !== 'object' || choice === null || Array.isArray(choice)) return notAChoice;
  const { header, index, field } = choice;
  if (Object.keys(choice).some((member) => !MEMBERS.includes(member))) return notAChoice;
  const byHeader = typeof header === 'string' && index === undefined;
  const byIndex = Number.isInteger(index) && (index as number) >= 0 && header === undefined;
  if (!byHeader && !byIndex) return notAChoice;
  return field === null || typeof field === 'string' ? undefined : notAChoice;
}

interface Problem {
  code: string;
  message: Message;
}

const error = (place: string, problem: Problem): FieldError => ({ pointer: `/mapping${place}`, ...problem });

const notAList: Problem = {
  code: 'MAPPING_NOT_A_LIST',
  message: {
    th: `mapping ต้องเป็น JSON รายการ ไม่เกิน ${MOST_CHOICES} ข้อ เช่น [{"header":"ชื่อของท่าน","field":"fullName"}]`,
    en: `mapping must be a JSON list of at most ${MOST_CHOICES} items, such as [{"header":"Your name","field":"fullName"}].`,
  },
};

const notAChoice: Problem = {
  code: 'MAPPING_ITEM_INVALID',
  message: {
    th: 'แต่ละข้อต้องมี header (หัวคอลัมน์) หรือ index (ลำดับคอลัมน์ เริ่มจาก 0) อย่างใดอย่างหนึ่ง และ field (ชื่อข้อมูล หรือ null หากไม่ใช้)',
    en: 'Each item has either header or index (from 0), and field: the name of a field, or null to leave the column out.',
  },
};
