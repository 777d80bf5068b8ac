import { get, type ClientRequest, type IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

export interface ReadEvent {
  event: string;
  id: string;
  data: {
    status: string;
    counts: Record<string, number>;
    progress: {
      processed: number;
      total: number;
      rowsPerSecond: number | null;
      estimatedEndAt: string | null;
    };
  };
}

/** Follows server-sent events over a connection of its own. */
export class EventReader {
  readonly events: ReadEvent[] = [];
  text = '';
  ended = false;

  private constructor(
    private readonly request: ClientRequest,
    readonly answer: IncomingMessage,
  ) {
    answer.setEncoding('utf8');
    answer.on('data', (part: string) => this.take(part));
    answer.on('close', () => (this.ended = true));
    answer.on('error', () => undefined);
  }

  static open(url: string, token: string, headers: Record<string, string> = {}): Promise<EventReader> {
    return new Promise((resolve, reject) => {
      const request = get(url, { headers: { authorization: `Bearer ${token}`, ...headers }, agent: false });
      request.on('error', reject);
      request.on('response', (answer) => resolve(new EventReader(request, answer)));
    });
  }

  leave(): void {
    this.request.destroy();
  }

  get last(): ReadEvent | undefined {
    return this.events.at(-1);
  }

  async until(what: () => boolean | undefined, patienceMs = 30_000): Promise<void> {
    const deadline = Date.now() + patienceMs;
    while (!what()) {
      if (Date.now() > deadline) throw new Error(`not within ${patienceMs} ms; heard so far: ${this.text}`);
      await sleep(20);
    }
  }

  private take(part: string): void {
    this.text += part;
    const blocks = this.text.split('\n\n').slice(0, -1);
    const events = blocks.filter((block) => block.startsWith('event:')).slice(this.events.length);
    for (const block of events) {
      const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)![1]!;
      this.events.push({ event: field('event'), id: field('id'), data: JSON.parse(field('data')) });
    }
  }
}
