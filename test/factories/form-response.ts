import { cooperatives, type CooperativeInput } from './cast.js';

/** One answer as POST /v1/form-responses takes it. */
export interface ResponseInput {
  responseId: string;
  submittedAt?: string | null;
  email?: string | null;
  answers: { question: string; answer: unknown }[];
}

export const questions = {
  name: 'ชื่อ-นามสกุล (พร้อมคำนำหน้า)',
  cooperative: 'ชื่อสหกรณ์ที่ท่านเป็นสมาชิก',
  number: 'เลขทะเบียนสหกรณ์สมาชิก (6 หลัก)',
  phone: 'เบอร์โทรศัพท์มือถือ',
  lineId: 'LINE ID',
  category: 'ประเภทสินค้า/บริการ',
  goods: 'รายละเอียดสินค้า/บริการที่ต้องการขาย >>',
  consent: 'ข้าพเจ้ายินยอมให้ ชสอ. เก็บและใช้ข้อมูลนี้',
};

export type Answers = Partial<Record<keyof typeof questions, unknown>>;

const firstNames = ['กานดา', 'ชูใจ', 'ดวงใจ', 'ธงชัย', 'นภา', 'ปรีชา', 'พิมพ์ใจ', 'มานะ', 'วีระ', 'สุดา'];
const lastNames = ['ใจงาม', 'ตั้งมั่น', 'ทองสุข', 'บุญมา', 'พูนผล', 'มีสุข', 'รุ่งเรือง', 'ศรีสว่าง', 'แก้วใส', 'ชื่นบาน'];
const endings = ['', 'กุล', 'วงศ์', 'ชัย', 'ไพศาล', 'พันธุ์'];

/** What the n-th person of a cooperative answers; `undefined` leaves a question out of the form. */
export function answersOf(
  n: number,
  changes: Answers = {},
  from: CooperativeInput = cooperatives.yudeeKindee,
): Required<Answers> {
  return {
    name: `นาง${firstNames[n % 10]} ${lastNames[Math.floor(n / 10) % 10]}${endings[Math.floor(n / 100) % 6]}`,
    cooperative: from.fullName,
    number: from.registrationNumber,
    phone: `086${String(1_000_000 + n)}`,
    lineId: '',
    category: ['อาหารและเครื่องดื่ม', 'งานฝีมือและของที่ระลึก'],
    goods: `ของดีลำดับที่ ${n}`,
    consent: 'ยินยอม',
    ...changes,
  } as Required<Answers>;
}

export function response(n: number, changes: Answers = {}, more: Partial<ResponseInput> = {}): ResponseInput {
  const answers = Object.entries(answersOf(n, changes)).flatMap(([key, answer]) =>
    answer === undefined ? [] : [{ question: questions[key as keyof typeof questions], answer }],
  );
  return { responseId: `answer-${n}`, submittedAt: momentOf(n), answers, ...more };
}

/** Each person answers a minute after the one before. */
export const momentOf = (n: number): string =>
  new Date(Date.UTC(2026, 10, 2, 2, 0, 7) + n * 60_000).toISOString();

/** The same answers as the form's sheet exports them. */
export function exportOf(responses: readonly ResponseInput[]): Buffer {
  const header = ['ประทับเวลา', ...responses[0]!.answers.map(({ question }) => question)];
  const rows = responses.map(({ submittedAt, answers }) => [
    stampOf(submittedAt!),
    ...answers.map(({ answer }) => (Array.isArray(answer) ? answer.join(', ') : String(answer))),
  ]);
  const quoted = (cell: string) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return Buffer.from([header, ...rows].map((cells) => cells.map(quoted).join(',')).join('\r\n'));
}

/** `2/11/2026, 9:00:07`, Bangkok's clock. */
function stampOf(moment: string): string {
  const there = new Date(Date.parse(moment) + 7 * 3_600_000);
  const day = `${there.getUTCDate()}/${there.getUTCMonth() + 1}/${there.getUTCFullYear()}`;
  return `${day}, ${there.getUTCHours()}:${there.toISOString().slice(14, 19)}`;
}
