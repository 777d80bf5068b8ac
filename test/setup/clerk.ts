import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from './clients.js';

/** An import as the API answers it. */
export interface ImportAnswer {
  id: string;
  status: string;
  fileName: string;
  counts: Record<
    'total' | 'created' | 'updated' | 'unchanged' | 'duplicate' | 'needsReview' | 'rejected',
    number
  > &
    Record<'skipped' | 'processed' | 'waiting', number>;
}

/** Uploads files and waits until every row has its outcome. */
export interface Clerk {
  import(file: Buffer, name: string, fields?: Record<string, string>): Promise<ImportAnswer>;
}

export const clerk = (client: Client): Clerk => ({
  async import(file, name, fields = {}) {
    const upload = client.post('/v1/imports');
    for (const [field, value] of Object.entries(fields)) upload.field(field, value);
    const answer = await upload.attach('file', file, name);
    if (answer.status !== 202) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
    for (let tries = 0; tries < 600; tries++) {
      const { body } = await client.get(answer.headers['location']!).expect(200);
      if (['completed', 'failed', 'cancelled'].includes(body.status)) return body;
      await sleep(100);
    }
    throw new Error('the import does not end');
  },
});
