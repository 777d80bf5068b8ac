import { Logger, type INestApplication } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { SETTINGS, type Settings } from './config/settings.js';
import { Lifecycle } from './lifecycle.js';

const signals = ['SIGTERM', 'SIGINT'] as const;
/** Time for load balancers to see that we are not ready, in production; elsewhere nobody asks. */
const announceMs = { production: 3_000, elsewhere: 50 };

/**
 * Ends the process in good order when it is told to, or when something happened that nobody foresaw: not ready, a
 * short wait, no new connections, requests in flight finish, jobs go back to the table, the database closes. Exit code 0; 1 after an
 * unforeseen error, after SHUTDOWN_SECONDS, and at once on a second signal.
 */
export function shutDownInGoodOrder(app: INestApplication): void {
  const shutdown = new Shutdown(app);
  for (const signal of signals) process.on(signal, () => shutdown.onSignal(signal));
  process.on('uncaughtException', (error) => shutdown.onFault(error));
  process.on('unhandledRejection', (reason) => shutdown.onFault(reason));
}

class Shutdown {
  private readonly logger = new Logger('Shutdown');
  private readonly settings: Settings;
  private begun = false;
  private exitCode = 0;

  constructor(private readonly app: INestApplication) {
    this.settings = app.get<Settings>(SETTINGS);
  }

  onSignal(signal: string): void {
    if (this.begun) return this.exit(1, `${signal} again: ending at once`);
    this.logger.log(`${signal}: finishing what is in work`);
    this.begin();
  }

  onFault(thrown: unknown): void {
    this.logger.fatal(thrown instanceof Error ? thrown : new Error(`thrown: ${typeof thrown}`));
    this.exitCode = 1;
    if (!this.begun) this.begin();
  }

  private begin(): void {
    this.begun = true;
    const seconds = this.settings.SHUTDOWN_SECONDS;
    setTimeout(() => this.exit(1, `not finished after ${seconds} s`), seconds * 1_000).unref();
    this.finish().then(
      () => process.exit(this.exitCode),
      (error: unknown) => {
        this.logger.fatal(error);
        process.exit(1);
      },
    );
  }

  private async finish(): Promise<void> {
    this.app.get(Lifecycle).drain();
    const inProduction = this.settings.NODE_ENV === 'production';
    const wait = inProduction ? announceMs.production : announceMs.elsewhere;
    await sleep(Math.min(wait, this.settings.SHUTDOWN_SECONDS * 250));
    await this.app.close();
  }

  private exit(code: number, why: string): void {
    this.logger.error(why);
    process.exit(code);
  }
}
