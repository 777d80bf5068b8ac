import type { Client } from './clients.js';
import { report } from './moderation-stage.js';

let messages = 0;

/** A report of one more message that this person has posted just now, or then; answers the id of its case. */
export async function openCase(client: Client, authorUsername: string, postedAt?: string): Promise<string> {
  const text = `ข้อความในกลุ่มลำดับที่ ${++messages}`;
  const posted = postedAt ?? new Date().toISOString();
  return (await report(client, { authorUsername, text, postedAt: posted })).caseId;
}

export const reason = 'ไม่เกี่ยวกับการขายสินค้า';
export const violation = (ruleCode: string) => ({ outcome: 'violation', ruleCode, reason });

/** Decides and answers what was said. */
export const decide = (client: Client, caseId: string, body: object) =>
  client.post(`/v1/moderation/cases/${caseId}/decision`).send(body);

/** Says of all these tasks that they are done. */
export async function doTasks(client: Client, taskIds: readonly string[]): Promise<void> {
  for (const id of taskIds)
    await client
      .post(`/v1/moderation/tasks/${id}/completion`)
      .send({ outcome: 'done', proof: 'ทำแล้วใน LINE' })
      .expect(200);
}
