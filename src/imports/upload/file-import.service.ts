import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { asSystem } from '../../platform/request-context.js';
import { RowList } from '../rows/row-list.service.js';
import { ImportCourse } from '../progress/import-course.service.js';
import { ImportReader } from '../import-reader.service.js';
import { isOver, type ConsentBasis } from '../import-run.js';
import type { ImportRowDto } from '../rows/import-rows.dto.js';
import type { ImportDto } from '../imports.dto.js';
import { Uploads, type UploadWords } from './upload.service.js';

export interface FileWishes {
  consentBasis?: ConsentBasis;
  /** Ends with a plan that waits for confirmation. */
  planOnly?: boolean;
  /** Once it aborts nobody looks any more; the import itself goes on. */
  signal?: AbortSignal;
}

const lookEveryMs = 100;

/** Imports a file of this machine from beginning to end: for the command line and the sample market. */
@Injectable()
export class FileImport {
  constructor(
    private readonly uploads: Uploads,
    private readonly reader: ImportReader,
    private readonly course: ImportCourse,
    private readonly rowList: RowList,
  ) {}

  /** Answers once every row has its outcome, or its plan. Throws what an upload throws, and the error of a missing file. */
  importFile(
    path: string,
    onProgress: (run: ImportDto) => void = () => {},
    { planOnly = false, consentBasis, signal }: FileWishes = {},
  ): Promise<ImportDto> {
    return asSystem('import-file', async () => {
      const id = await this.take(path, { consentBasis, autoConfirm: !planOnly });
      return this.look(id, onProgress, signal);
    });
  }

  /** The same for an import that is there already. Throws NotFound. */
  follow(id: string, onProgress: (run: ImportDto) => void, signal?: AbortSignal): Promise<ImportDto> {
    return asSystem('import-file', () => this.look(id, onProgress, signal));
  }

  /** What is done stays. Throws Conflict if it is over. */
  cancel(id: string): Promise<ImportDto> {
    return asSystem('import-file', () => this.course.cancel(id, {}));
  }

  /** Opened before anything else, so that a file that is missing is told here. */
  private async take(path: string, said: UploadWords): Promise<string> {
    const file = await open(path);
    try {
      const bytes = file.createReadStream();
      const { id } = await this.uploads.take({ fileName: basename(path), bytes, said: () => said });
      return id;
    } finally {
      await file.close();
    }
  }

  private async look(
    id: string,
    onProgress: (run: ImportDto) => void,
    signal?: AbortSignal,
  ): Promise<ImportDto> {
    for (;;) {
      const run = await this.reader.read(id);
      onProgress(run);
      if (isOver(run.status) || run.status === 'planned' || signal?.aborted) return run;
      await sleep(lookEveryMs);
    }
  }

  /** The rows of an import, page by page, as callers without personal scopes see them. */
  async *rows(id: string): AsyncGenerator<ImportRowDto[]> {
    for (let cursor: string | undefined; ;) {
      const { items, nextCursor } = await asSystem('import-file', () =>
        this.rowList.rows(id, { limit: 200, cursor }),
      );
      yield items;
      if (nextCursor === null) return;
      cursor = nextCursor;
    }
  }
}
