/**
 * One answer as a form pushes it, laid out as a row of the form's export: “เบอร์โทรศัพท์” ตอบ “0812345678” เป็นหนึ่งช่อง
 * ต่อท้ายรหัสคำตอบและประทับเวลา.
 */
import { readHeader, type Header } from '../../platform/tabular/header.js';
import { readTimestamp } from '../reading/form-timestamp.js';
import { unreadable, type UnreadableResponse } from './form-response-problems.js';
import { proposeMapping } from '../columns/column-mapping.js';

/** Questions of one answer at most: as many columns as a file may have, without those the service adds. */
const MOST_ANSWERS = 197;

/** An answer that can be read as a row. */
export interface PushedRow {
  responseId: string;
  header: Header;
  cells: string[];
}

const BANGKOK_MS = 7 * 3_600_000;
const members = new Set(['responseId', 'submittedAt', 'email', 'answers']);

/** Never throws, whatever was sent: what cannot be read says why. */
export function readResponse(sent: unknown): PushedRow | UnreadableResponse {
  if (!isObject(sent)) return unreadable.notAnObject();
  const { responseId, submittedAt = null, email = null, answers } = sent;
  if (typeof responseId !== 'string' || !/^[\x21-\x7e]{1,200}$/.test(responseId)) return unreadable.noId();
  const foreign = Object.keys(sent).find((name) => !members.has(name));
  if (foreign !== undefined) return unreadable.unknownField(responseId, foreign);
  if (!isTextOrNull(submittedAt)) return unreadable.notText(responseId, 'submittedAt');
  if (!isTextOrNull(email)) return unreadable.notText(responseId, 'email');
  if (!Array.isArray(answers) || answers.length === 0) return unreadable.noAnswers(responseId);
  if (answers.length > MOST_ANSWERS) return unreadable.tooManyAnswers(responseId, MOST_ANSWERS);
  const columns: [string, string][] = [];
  for (const [place, answer] of answers.entries()) {
    const column = columnOf(answer);
    if (!column) return unreadable.badAnswer(responseId, place);
    columns.push(column);
  }
  if (columns.every(([question]) => question.trim() === '')) return unreadable.noQuestions(responseId);
  return { responseId, ...table(responseId, submittedAt, email, columns) };
}

/** The columns that every export begins with, then the questions as they stand in the form. */
function table(
  responseId: string,
  submittedAt: string | null,
  email: string | null,
  asked: [string, string][],
) {
  const columns: [string, string][] = [
    ['รหัสคำตอบ', responseId],
    ['ประทับเวลา', submittedAt === null ? '' : asFormsWrite(submittedAt)],
    // A question of the form's own on e-mail decides; two columns for it would both be left unread.
    ...(email !== null && !asksEmail(asked) ? [['ที่อยู่อีเมล', email] as [string, string]] : []),
    ...asked,
  ];
  return {
    header: readHeader(columns.map(([question]) => question)),
    cells: columns.map(([, cell]) => cell),
  };
}

const asksEmail = (asked: [string, string][]): boolean =>
  proposeMapping(readHeader(asked.map(([question]) => question)).columns).columns.some(
    ({ field, why }) => field === 'email' || why === 'ambiguous',
  );

/** A form's sheet shows Bangkok's time to the second; so does the row, that both are known as the same moment. */
function asFormsWrite(submittedAt: string): string {
  const { value } = readTimestamp(submittedAt);
  if (value === undefined) return submittedAt;
  const there = new Date(Date.parse(value) + BANGKOK_MS);
  const [day, month, year] = [there.getUTCDate(), there.getUTCMonth() + 1, there.getUTCFullYear()];
  return `${day}/${month}/${year}, ${there.toISOString().slice(11, 19)}`;
}

function columnOf(answer: unknown): [string, string] | undefined {
  if (!isObject(answer) || Object.keys(answer).some((name) => name !== 'question' && name !== 'answer'))
    return undefined;
  const { question, answer: given = null } = answer;
  const cell = cellOf(given);
  return typeof question === 'string' && cell !== undefined ? [question, cell] : undefined;
}

/** Ticked boxes as an export writes them; the rows of a grid one after the other. */
function cellOf(given: unknown): string | undefined {
  if (given === null) return '';
  if (typeof given === 'string') return given;
  if (typeof given === 'number' || typeof given === 'boolean') return String(given);
  if (!Array.isArray(given)) return undefined;
  const isGrid = given.some((each) => Array.isArray(each));
  const parts = given.map((each) => (Array.isArray(each) ? joined(each, ', ') : plain(each)));
  return parts.includes(undefined) ? undefined : parts.join(isGrid ? '; ' : ', ');
}

function joined(values: readonly unknown[], mark: string): string | undefined {
  const parts = values.map(plain);
  return parts.includes(undefined) ? undefined : parts.join(mark);
}

function plain(value: unknown): string | undefined {
  if (value === null) return '';
  return ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : undefined;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isTextOrNull = (value: unknown): value is string | null => value === null || typeof value === 'string';
