const everyMs = 100;
const atMost = 500;

/**
 * Collects lines and writes them to standard output together, ten times a second and on exit: a write for each would
 * cost a request more than all its checks. pino's own buffer measures its whole content again with every line.
 */
export class LogOutput {
  private lines: string[] = [];
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly sink: { write(text: string): unknown } = process.stdout) {
    process.once('exit', () => this.flush());
  }

  write(line: string): void {
    if (this.lines.push(line) >= atMost) return this.flush();
    this.timer ??= setTimeout(() => this.flush(), everyMs).unref();
  }

  flush(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.lines.length === 0) return;
    const text = this.lines.join('');
    this.lines = [];
    this.sink.write(text);
  }
}
