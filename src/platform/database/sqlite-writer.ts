import { MessageChannel, receiveMessageOnPort, Worker, type MessagePort } from 'node:worker_threads';
import { Logger } from '@nestjs/common';
import { Unavailable } from '../errors.js';
import type { SqlValue } from './connection.js';

export interface ThreadData {
  file: string;
  /** Where steps come from and answers go. */
  port: MessagePort;
  /** How long the thread waits for another process that writes. */
  timeoutMs: number;
}

/** What is done within a transaction. */
export type InsideStep =
  | { do: 'commit' }
  | { do: 'all' | 'one' | 'run'; sql: string; params: readonly SqlValue[] }
  | { do: 'insert'; table: string; columns: readonly string[]; rows: readonly (readonly SqlValue[])[] };

export type Step = (
  InsideStep | { do: 'begin' | 'rollback' | 'close' } | { do: 'limitLog'; pages: number }
) & {
  /** Somebody waits for its value. */
  asks?: boolean;
};

/** The values of the steps of one message that were asked for, in order. */
export type Answer = { values: unknown[] } | { error: { message: string; code: string | undefined } };

interface Asked {
  resolve(values: unknown[]): void;
  reject(error: unknown): void;
}

/**
 * The one connection that writes, in a thread of its own: a commit waits for the disk, and nobody else should. Should it
 * ever die, the next question starts another. Who may write next is decided by the write lane.
 */
export class SqliteWriter {
  private worker: Worker | undefined;
  /** The end of the thread's port that is ours. */
  private port!: MessagePort;
  private readonly asked: Asked[] = [];
  private logLimit: number | undefined;

  constructor(private readonly data: Omit<ThreadData, 'port'>) {
    this.worker = this.start();
  }

  /** After so many pages of log the thread copies them into the file, in the middle of a commit. */
  limitLog(pages: number): void {
    this.logLimit = pages;
    this.tell([{ do: 'limitLog', pages }]);
  }

  /** The values of the steps that ask, of which there is one at least; if one fails, those after it are not done. */
  ask(steps: readonly Step[]): Promise<unknown[]> {
    return new Promise((resolve, reject) => {
      const worker = (this.worker ??= this.start());
      // First of all: a value that cannot be sent fails here, and nobody must be left waiting for its answer.
      this.port.postMessage(steps);
      // It keeps the process alive only while somebody waits for it.
      if (this.asked.push({ resolve, reject }) === 1) worker.ref();
    });
  }

  /** Steps whose failure the next question will tell. */
  tell(steps: readonly Step[]): void {
    this.worker ??= this.start();
    this.port.postMessage(steps);
  }

  /**
   * Takes an answer that has come, and says whether there was one. The event loop would do so only when all requests that
   * came in the meantime are read.
   */
  look(): boolean {
    if (this.asked.length === 0) return false;
    const come = receiveMessageOnPort(this.port) as { message: Answer } | undefined;
    if (come) this.settle(come.message);
    return come !== undefined;
  }

  async close(): Promise<void> {
    if (this.worker) await this.ask([{ do: 'close', asks: true }]);
    await this.worker?.terminate();
  }

  private start(): Worker {
    const { port1, port2 } = new MessageChannel();
    const worker = new Worker(new URL('./sqlite-thread.js', import.meta.url), {
      workerData: { ...this.data, port: port2 },
      transferList: [port2],
      execArgv: [],
      env: {},
    });
    worker.unref();
    this.port = port1;
    port1.on('message', (answer: Answer) => this.settle(answer));
    // The worker itself says whether somebody waits.
    port1.unref();
    worker.on('error', (error) => this.lose(worker, error as Error));
    worker.on('exit', () => this.lose(worker));
    if (this.logLimit !== undefined) port1.postMessage([{ do: 'limitLog', pages: this.logLimit }]);
    return worker;
  }

  private settle(answer: Answer): void {
    const asked = this.asked.shift();
    if (this.asked.length === 0) this.worker?.unref();
    if ('values' in answer) asked?.resolve(answer.values);
    else asked?.reject(Object.assign(new Error(answer.error.message), { code: answer.error.code }));
  }

  /** With the thread its transaction is gone; of a commit nobody knows, so nothing is tried again. */
  private lose(worker: Worker, cause?: Error): void {
    if (this.worker !== worker) return;
    // What it answered before its end counts; nothing of it may answer those who ask the next one.
    while (this.look());
    this.port.close();
    this.worker = undefined;
    if (cause) new Logger('Database').error(cause);
    for (const asked of this.asked.splice(0)) asked.reject(new Unavailable('DATABASE_UNAVAILABLE'));
  }
}
