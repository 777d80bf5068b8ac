import type { TestApp } from './app.js';
import type { Client } from './clients.js';

/** A report as POST /v1/moderation/reports takes it. */
export interface ReportedMessage {
  authorUsername: string;
  messageType?: string;
  text?: string | null;
  postedAt?: string;
  note?: string;
}

/** Texts whose rule nobody could doubt. */
export const messages = {
  greeting: 'สวัสดีวันจันทร์ ขอให้มีความสุขตลอดวันนะคะ',
  offer: 'ข้าวหอมมะลิ 5 กก. 180 บาท พร้อมส่ง โทร 081-234-5678',
  politics: 'เลือกตั้งครั้งหน้าอย่าลืมเลือกพรรคของเรานะครับ พรรคอื่นโกงทั้งนั้น',
};

/** Files a report and answers its body. */
export async function report(client: Client, body: ReportedMessage) {
  const answer = await client.post('/v1/moderation/reports').send(body).expect(201);
  return answer.body as { id: string; caseId: string; case: { id: string; status: string; version: number } };
}

/** How many rows a table has. */
export async function countOf(market: TestApp, table: string): Promise<number> {
  return Number((await market.database.one<{ n: number }>(`SELECT COUNT(*) AS n FROM ${table}`))!.n);
}
