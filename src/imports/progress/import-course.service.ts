import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { EventStream } from '../../platform/http/event-stream.js';
import { Cancellations } from './cancellation.service.js';
import { ImportFollowers } from './import-followers.service.js';
import type { CancellationDto } from './import-progress.dto.js';
import { ImportReader } from '../import-reader.service.js';
import { ImportView } from '../import-view.service.js';
import type { ImportDto } from '../imports.dto.js';

/** Imports on their way: followed, and cancelled. */
@Injectable()
export class ImportCourse {
  constructor(
    private readonly reader: ImportReader,
    private readonly followers: ImportFollowers,
    private readonly cancellations: Cancellations,
    private readonly view: ImportView,
  ) {}

  /** Server-sent events until the import is over. */
  async follow(id: string, { headers, requestContext: context }: FastifyRequest): Promise<EventStream> {
    const run = await this.reader.find(id);
    return this.followers.follow(run, { authorization: headers.authorization, context });
  }

  /** Whatever is done stays; once more changes nothing. */
  async cancel(id: string, { reason }: CancellationDto): Promise<ImportDto> {
    await this.reader.find(id);
    return this.cancellations.cancel(id, reason, (run) => this.view.run(run));
  }
}
