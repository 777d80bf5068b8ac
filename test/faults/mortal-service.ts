import { setTimeout as sleep } from 'node:timers/promises';
import { startService, type Service } from '../setup/service.mjs';
import { Clients } from '../setup/clients.js';

const adminPassword = 'ทดสอบระบบตลาด-2569';
export const dataSecret = 'a secret that only the tests know, 4711';

/**
 * The built service as a process of its own that may be killed at any moment and comes back on the same port, so
 * that its address and its callers' credentials stay good.
 */
export class MortalService {
  private constructor(
    private readonly databaseUrl: string,
    private life: Service,
    readonly clients: Clients,
  ) {}

  static async start(databaseUrl: string): Promise<MortalService> {
    const life = await startService({ env: environment(databaseUrl) });
    return new MortalService(databaseUrl, life, new Clients(life.url, adminPassword));
  }

  get url(): string {
    return this.life.url;
  }

  get pid(): number {
    return this.life.pid;
  }

  /** `kill -9`. */
  async kill(): Promise<void> {
    await this.life.kill();
  }

  async restart(): Promise<void> {
    this.life = await startService({ env: environment(this.databaseUrl), port: this.life.port });
  }

  async stop(): Promise<void> {
    await this.life.stop();
  }
}

const environment = (databaseUrl: string) => ({
  NODE_ENV: 'test',
  DATABASE_URL: databaseUrl,
  DATA_SECRET: dataSecret,
  ADMIN_PASSWORD: adminPassword,
  SAMPLE_DATA: 'none',
  LOG_LEVEL: 'error',
  REQUESTS_PER_MINUTE: '1000000',
});

/** Asks until there is an answer; undefined where the connection broke, which says nothing about the effect. */
export async function patiently<T>(ask: () => Promise<T | undefined>, patienceMs = 60_000): Promise<T> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const answer = await ask().catch(() => undefined);
    if (answer !== undefined) return answer;
    if (Date.now() > deadline) throw new Error(`No answer within ${patienceMs} ms`);
    await sleep(50);
  }
}
