import { Injectable, Logger } from '@nestjs/common';
import { errorCode } from '../../platform/jobs/job-ending.js';
import { currentContext } from '../../platform/request-context.js';
import type { ReadRow } from './chunk-memory.js';
import { rowFailed, withError } from './row-isolation.js';

/** Rows that cannot be processed: rejected, and told to administrators without what they say. */
@Injectable()
export class RowFailures {
  private readonly logger = new Logger('Imports');

  failed(importId: string, read: ReadRow, error: unknown): ReadRow {
    const { requestId } = currentContext();
    this.tell(`row ${read.row.row} of import ${importId}`, error);
    return withError(read, rowFailed(requestId));
  }

  /** Messages of errors may quote data; where it happened does not. */
  tell(what: string, error: unknown): void {
    const stack = String((error as { stack?: unknown } | undefined)?.stack ?? '');
    const where = stack.split('\n').filter((line) => /^\s+at /.test(line));
    this.logger.error(`${what} failed: ${errorCode(error)}\n${where.slice(0, 8).join('\n')}`);
  }
}
