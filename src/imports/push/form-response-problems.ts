/** Why an answer could not be read at all, so that nothing of it is kept: คำตอบนี้ไม่มีรหัสคำตอบ */
import type { Message } from '../../platform/message.js';
import type { Finding } from '../reading/cell-issue.js';

export interface UnreadableResponse {
  /** As far as it can be told. */
  responseId?: string;
  finding: Finding;
}

const problem = (message: Message, responseId?: string): UnreadableResponse => ({
  responseId,
  finding: { code: 'RESPONSE_UNREADABLE', severity: 'error', message },
});

export const unreadable = {
  notAnObject: () => problem({ th: 'คำตอบต้องเป็นออบเจกต์ JSON', en: 'A response must be a JSON object.' }),
  noId: () =>
    problem({
      th: 'ไม่มี responseId (รหัสคำตอบของ Google Form) หรือยาวเกิน 200 ตัวอักษร จึงรู้จำคำตอบนี้ไม่ได้ กรุณาส่งใหม่พร้อมรหัส',
      en: 'There is no responseId of 1 to 200 letters, so the response cannot be known again; send it with its id.',
    }),
  unknownField: (id: string, name: string) =>
    problem(
      {
        th: `ไม่มีช่อง ${name.slice(0, 60)} ในคำตอบ กรุณานำออก`,
        en: `${name.slice(0, 60)} is not a field of a response; leave it out.`,
      },
      id,
    ),
  notText: (id: string, name: string) =>
    problem({ th: `${name} ต้องเป็นข้อความ`, en: `${name} must be text.` }, id),
  noAnswers: (id: string) =>
    problem(
      {
        th: 'ไม่มี answers กรุณาส่งทุกคำถามเป็นรายการ { question, answer }',
        en: 'There are no answers; send every question as { question, answer }.',
      },
      id,
    ),
  noQuestions: (id: string) =>
    problem({ th: 'ไม่มีคำถามใดมีชื่อ (question)', en: 'None of the questions has a title (question).' }, id),
  tooManyAnswers: (id: string, most: number) =>
    problem({ th: `คำถามเกิน ${most} ข้อ`, en: `There are more than ${most} questions.` }, id),
  badAnswer: (id: string, place: number) =>
    problem(
      {
        th: `คำตอบข้อที่ ${place + 1} อ่านไม่ได้ ต้องเป็น { question: ข้อความ, answer: ข้อความ ตัวเลข หรือรายการข้อความ }`,
        en: `Answer ${place + 1} cannot be read; it must be { question: text, answer: text, number or list of texts }.`,
      },
      id,
    ),
};

/** Of a key that is limited to some cooperatives. */
export const outOfReach: Finding = {
  code: 'COOPERATIVE_OUT_OF_REACH',
  severity: 'error',
  message: {
    th: 'คีย์นี้ส่งได้เฉพาะคำตอบของสหกรณ์ที่กำหนดไว้ คำตอบนี้เป็นของสหกรณ์อื่นจึงไม่ได้เก็บ',
    en: 'This key may push for its own cooperatives only; this answer is of another one and was not kept.',
  },
};
