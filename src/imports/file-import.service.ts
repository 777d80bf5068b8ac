import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { asSystem } from '../platform/request-context.js';
import { ImportReader } from './import-reader.service.js';
import { isOver, type ConsentBasis } from './import-run.js';
import type { ImportDto } from './imports.dto.js';
import { Uploads } from './upload.service.js';

const lookEveryMs = 100;

/** Imports a file of this machine from beginning to end: for the command line and the sample market. */
@Injectable()
export class FileImport {
  constructor(
    private readonly uploads: Uploads,
    private readonly reader: ImportReader,
  ) {}

  /** Answers once every row has its outcome. Throws what an upload throws, and the error of a missing file. */
  importFile(
    path: string,
    onProgress: (run: ImportDto) => void = () => {},
    consentBasis?: ConsentBasis,
  ): Promise<ImportDto> {
    return asSystem('import-file', async () => {
      const bytes = createReadStream(path);
      const { id } = await this.uploads.take({
        fileName: basename(path),
        bytes,
        consentBasis: () => consentBasis,
      });
      for (;;) {
        const run = await this.reader.read(id);
        onProgress(run);
        if (isOver(run.status)) return run;
        await sleep(lookEveryMs);
      }
    });
  }
}
