import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from './clients.js';

/** An import as the API answers it. */
export interface ImportAnswer {
  id: string;
  status: string;
  fileName: string;
  planHash: string | null;
  changedSincePlan: number | null;
  confirmation: { planHash: string; state: string } | null;
  counts: Record<
    'total' | 'created' | 'updated' | 'unchanged' | 'duplicate' | 'needsReview' | 'rejected',
    number
  > &
    Record<'skipped' | 'processed' | 'waiting', number>;
}

/** Uploads files and waits until every row has its outcome. */
export interface Clerk {
  /** At once, without a plan to confirm. */
  import(file: Buffer, name: string, fields?: Record<string, string>): Promise<ImportAnswer>;
  /** Up to the plan. */
  plan(file: Buffer, name: string, fields?: Record<string, string>): Promise<ImportAnswer>;
  /** Confirms the plan and waits for the end. */
  carryOut(plan: Pick<ImportAnswer, 'id' | 'planHash'>): Promise<ImportAnswer>;
}

export function clerk(client: Client): Clerk {
  async function until(statuses: readonly string[], location: string): Promise<ImportAnswer> {
    for (let tries = 0; tries < 1_200; tries++) {
      const { body } = await client.get(location).expect(200);
      if ([...statuses, 'failed', 'cancelled'].includes(body.status)) return body;
      await sleep(50);
    }
    throw new Error('the import does not end');
  }
  async function upload(file: Buffer, name: string, fields: Record<string, string>): Promise<string> {
    const upload = client.post('/v1/imports');
    for (const [field, value] of Object.entries(fields)) upload.field(field, value);
    const answer = await upload.attach('file', file, name);
    if (answer.status !== 202) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.headers['location']!;
  }
  return {
    import: async (file, name, fields = {}) =>
      until(['completed'], await upload(file, name, { autoConfirm: 'true', ...fields })),
    plan: async (file, name, fields = {}) => until(['planned'], await upload(file, name, fields)),
    carryOut: async ({ id, planHash }) => {
      await client.post(`/v1/imports/${id}/confirmation`).send({ planHash }).expect(202);
      return until(['completed'], `/v1/imports/${id}`);
    },
  };
}
