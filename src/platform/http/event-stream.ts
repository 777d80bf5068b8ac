import { Readable } from 'node:stream';

/** What a reader who does not keep up may leave unread; then the stream is cut and they come again. */
const mostUnread = 64 * 1024;

/** Server-sent events to one caller. Closed when either side ends it. */
export class EventStream extends Readable {
  private ended = false;

  /** `retrySeconds`: when the caller should come again after a break. */
  constructor(retrySeconds: number) {
    // Data comes when there is some; nobody can ask for it.
    super({ read: () => undefined });
    this.say(`retry: ${retrySeconds * 1_000}\n\n`);
  }

  /** `json` is one line. */
  send(event: string, id: string, json: string): void {
    this.say(`event: ${event}\nid: ${id}\ndata: ${json}\n\n`);
  }

  /** Something that proxies see and callers do not. */
  comment(text: string): void {
    this.say(`: ${text}\n\n`);
  }

  finish(): void {
    if (this.ended || this.destroyed) return;
    this.ended = true;
    this.push(null);
  }

  private say(text: string): void {
    if (this.ended || this.destroyed) return;
    this.push(text);
    if (this.readableLength > mostUnread) this.destroy();
  }
}
