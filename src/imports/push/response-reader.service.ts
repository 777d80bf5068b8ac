import { Injectable } from '@nestjs/common';
import { CooperativeDirectory } from '../../cooperatives/cooperative-directory.service.js';
import type { PushedRow } from './form-response.js';
import { sourcesOf } from '../import-work.service.js';
import type { ImportRunEntity } from '../import.entity.js';
import type { ReadRow } from '../judging/chunk-memory.js';
import { RowFactsGatherer } from '../judging/row-facts.service.js';
import { rowKeys } from '../judging/row-identity.js';
import { rowReader } from '../reading/row-reader.js';
import { ValueMemory } from '../review/value-memory.service.js';

/** A pushed answer, read; its row number is found once it is known to be new. */
export interface Arrived {
  responseId: string;
  read: ReadRow;
  /** Those of its keys that come from the response id. */
  responseKeys: string[];
  /** It cannot be processed. */
  failed?: boolean;
}

/** Reads pushed answers as rows of their run. */
@Injectable()
export class ResponseReader {
  constructor(
    private readonly facts: RowFactsGatherer,
    private readonly directory: CooperativeDirectory,
    private readonly values: ValueMemory,
  ) {}

  /** The directory as it is committed now; before the transaction. */
  freshen(): Promise<void> {
    return this.directory.fresh();
  }

  async readAll(run: ImportRunEntity, pushed: readonly PushedRow[]): Promise<Arrived[]> {
    const read = rowReader(run, this.directory.current(), await this.values.load());
    const sources = sourcesOf(run);
    return pushed.map(({ responseId, cells }) => {
      const { row, match } = read({ row: 0, firstLine: 0, lastLine: 0, cells });
      const keys = rowKeys(sources, row.answer);
      const ready = this.facts.read(sources, row, cells, match);
      const responseKeys = ready.keyHashes.filter((_, i) => keys[i]!.kind === 'response');
      return { responseId, read: ready, responseKeys };
    });
  }
}
