import type { Client } from './clients.js';

interface Text {
  th: string;
  en: string;
}

/** What became of one pushed answer. */
export interface Item {
  responseId: string | null;
  outcome: string;
  reason: string | null;
  reasonText: Text | null;
  issues: { code: string; column: string; severity: string; got: string | null; message: Text }[];
  changed: string[];
  sellerId: string | null;
  username: string | null;
  importId: string | null;
  row: number | null;
}

/** Pushes answers and expects them taken. */
export type Pusher = (responses: readonly unknown[], formId?: string) => Promise<Item[]>;

export const formPusher =
  (client: Client): Pusher =>
  async (responses, formId = '1FAIpQLSd_register-sellers') => {
    const body = { formId, formTitle: 'ลงทะเบียนผู้ขาย', responses };
    const answer = await client.post('/v1/form-responses').send(body);
    if (answer.status !== 200) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body.items;
  };
