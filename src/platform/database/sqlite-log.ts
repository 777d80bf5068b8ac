import { Worker } from 'node:worker_threads';

/** Rows written for which it is worth copying: some 120 MB of log, since most of them change a page or two of an index. */
const worthCopying = 20_000;
/** What is written while the thread copies is copied in another pass, which is shorter. */
const passesBeside = 3;
/** Pages after which SQLite copies by itself in the middle of a commit, where the thread does not keep up or is not there. */
const pagesWithThread = 65_536;
const pagesWithout = 8_192;

/**
 * Has the write-ahead log copied into the database file by a thread of its own. Copied where it is written, it kept
 * everybody who writes waiting for 100 to 200 ms each time, most of it for the disk. Writing goes on beside it
 * but for the last few pages: only a log that is copied as a whole is begun anew.
 */
export class SqliteLog {
  private worker?: Worker;
  private written = 0;
  private state: 'quiet' | 'copying' | 'nearly_copied' = 'quiet';
  private ended = () => {};

  /** `setLimit` tells the connection that writes `file` after how many pages it copies by itself. */
  constructor(
    private readonly file: string,
    private readonly setLimit: (pages: number) => void,
  ) {
    this.setLimit(pagesWithout);
  }

  /** After each commit, with the number of rows it wrote. */
  wrote(rows: number): void {
    this.written += rows;
    if (this.written < worthCopying || this.state !== 'quiet') return;
    this.written = 0;
    this.state = 'copying';
    void this.copy(passesBeside).then(() => (this.state = 'nearly_copied'));
  }

  /** Before each transaction. */
  async copyRest(): Promise<void> {
    if (this.state !== 'nearly_copied') return;
    await this.copy(1);
    this.state = 'quiet';
  }

  async close(): Promise<void> {
    await this.worker?.terminate();
  }

  /** Never throws: what was committed stays so, and SQLite copies by itself where the thread cannot. */
  private copy(passes: number): Promise<void> {
    return new Promise<void>((resolve) => {
      this.ended = resolve;
      this.worker ??= this.start();
      // It keeps the process alive only while somebody may be waiting for it.
      this.worker.ref();
      this.worker.postMessage(passes);
    }).catch(() => undefined);
  }

  private start(): Worker {
    const worker = new Worker(new URL('./sqlite-log-worker.js', import.meta.url), {
      workerData: this.file,
      resourceLimits: { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 1 },
      execArgv: [],
      env: {},
    });
    worker.on('message', () => {
      worker.unref();
      this.ended();
    });
    // A full disk, for one: the writer meets it as well and tells whoever waits.
    worker.on('error', () => this.setLimit(pagesWithout));
    worker.on('exit', () => {
      this.worker = undefined;
      this.ended();
    });
    this.setLimit(pagesWithThread);
    return worker;
  }
}
