import { Injectable } from '@nestjs/common';

/** Whether this process still wants work. */
@Injectable()
export class Lifecycle {
  private ending = false;

  /** True once the process was told to stop: it finishes what it has begun and takes nothing new. */
  get draining(): boolean {
    return this.ending;
  }

  drain(): void {
    this.ending = true;
  }
}
