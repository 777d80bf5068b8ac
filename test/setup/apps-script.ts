import { once } from 'node:events';
import { join } from 'node:path';
import { MessageChannel, Worker } from 'node:worker_threads';

/** An answer as the form keeps it; questions that were not answered are not there. */
export interface FormEntry {
  id: string;
  at: string;
  email?: string;
  answers: Record<string, unknown>;
}

/** What the script left behind; alerts, logs and pauses since the call before. */
export interface ScriptWorld {
  properties: Record<string, string>;
  triggers: { handler: string; kind: string; everyMinutes?: number; after?: number }[];
  menu?: [string, string][];
  alerts: string[];
  logs: string[];
  slept: number[];
  fetches: number;
}

type Fetch = (url: string, init: RequestInit) => Promise<Response>;
interface Asked {
  url: string;
  options: { method: string; contentType: string; headers: Record<string, string>; payload: string };
}

/** The script of docs/ beside a stand-in for Google, in a thread of its own. */
export class AppsScript {
  /** What its requests go through; a test may answer in the service's place. */
  fetch: Fetch = (url, init) => fetch(url, init);
  private readonly worker: Worker;
  private readonly close: () => void;

  constructor(formId: string, bound: 'form' | 'sheet' = 'form') {
    const { port1, port2 } = new MessageChannel();
    const signal = new SharedArrayBuffer(4);
    const code = join(__dirname, '../../docs/apps-script/Code.gs');
    this.worker = new Worker(join(__dirname, 'apps-script-worker.mjs'), {
      workerData: { port: port2, signal, code, bound, formId },
      transferList: [port2],
    });
    port1.on('message', (asked: Asked) => {
      void this.answer(asked).then((answer) => {
        port1.postMessage(answer);
        Atomics.store(new Int32Array(signal), 0, 1);
        Atomics.notify(new Int32Array(signal), 0);
      });
    });
    this.close = () => port1.close();
  }

  /** One of the worker's commands; throws what the script threw. */
  async tell(command: string, input: object = {}): Promise<ScriptWorld> {
    const answered = once(this.worker, 'message') as Promise<[ScriptWorld & { error?: string }]>;
    this.worker.postMessage({ command, input });
    const [world] = await answered;
    if (world.error) throw new Error(world.error);
    return world;
  }

  run(name: string): Promise<ScriptWorld> {
    return this.tell('run', { name });
  }

  submit(response: FormEntry, times = 1): Promise<ScriptWorld> {
    return this.tell('submit', { response, times });
  }

  async end(): Promise<void> {
    this.close();
    await this.worker.terminate();
  }

  private async answer({ url, options: { method, contentType, headers, payload } }: Asked): Promise<object> {
    try {
      const init = { method, headers: { ...headers, 'Content-Type': contentType }, body: payload };
      const answer = await this.fetch(url, init);
      const text = await answer.text();
      return { status: answer.status, headers: Object.fromEntries(answer.headers), text };
    } catch {
      return { failure: true };
    }
  }
}
