import type { Client } from './clients.js';
import { report, type ReportedMessage } from './moderation-stage.js';

/** A task as its moderator reads it, as far as the stories tell. */
export interface TaskAtHand {
  id: string;
  kind: string;
  title: { th: string };
  steps: { th: string }[];
  readyMessage: { th: string } | null;
}

/** A moderator who goes the whole way by what the answers offer, and never guesses a path. */
export class ModeratorAtWork {
  constructor(readonly client: Client) {}

  /** Reports what somebody has posted just now. */
  report(authorUsername: string, message: Omit<ReportedMessage, 'authorUsername'>) {
    return report(this.client, { authorUsername, postedAt: new Date().toISOString(), ...message });
  }

  /** Claims the most urgent case. */
  async next() {
    return (await this.client.post('/v1/moderation/cases/next').expect(200)).body;
  }

  /** Follows the action of this name that the answer offers. */
  async act(on: Offering, action: string, body: object = {}) {
    const offered = on.allowedActions.find((each) => each.action === action);
    if (!offered) throw new Error(`No ${action} among ${JSON.stringify(on.allowedActions)}`);
    expect(offered.consequence.th).toMatch(/[ก-๙]/);
    return (await this.client.post(offered.path).send(body).expect(200)).body;
  }

  /** Looks at what a finding would do, then decides exactly that. */
  async decide(on: Offering, finding: object) {
    const preview = await this.act(on, 'decision-preview', finding);
    const decided = await this.act(on, 'decision', { ...finding, previewHash: preview.previewHash });
    return { preview, decided };
  }

  /** What is still to be done in LINE, of a case or of a seller. */
  async openTasks(of: { caseId: string } | { sellerId: string }): Promise<TaskAtHand[]> {
    const query = new URLSearchParams({ ...of, status: 'open' });
    return (await this.client.get(`/v1/moderation/tasks?${query}`).expect(200)).body.items;
  }

  /** Does them in LINE and says so. */
  async doAll(tasks: readonly TaskAtHand[]): Promise<void> {
    for (const { id } of tasks) {
      const task = (await this.client.get(`/v1/moderation/tasks/${id}`).expect(200)).body;
      await this.act(task, 'completion', { outcome: 'done', proof: 'ทำแล้วใน LINE เวลา 10.15 น.' });
    }
  }

  async read(path: string) {
    return (await this.client.get(path).expect(200)).body;
  }
}

interface Offering {
  allowedActions: { action: string; path: string; consequence: { th: string } }[];
}

export const kindsOf = (tasks: readonly { kind: string }[]): string[] => tasks.map(({ kind }) => kind).sort();
