import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type Settings } from '../../platform/config/settings.js';
import { currentContext } from '../../platform/request-context.js';
import { clearedBy } from './cleared-answers.js';
import { ImportRowsRepository, type KeyedRow } from '../rows/import-rows.repository.js';
import { contextOf } from '../import-work.service.js';
import type { ImportRunEntity } from '../import.entity.js';
import { mappingOf, proposalOf } from '../columns/mapping-proposal.js';
import { OpenAnswers } from './open-answers.service.js';
import { PushRuns } from './push-runs.service.js';
import type { Arrived } from './response-reader.service.js';
import { standingOf, type Standing } from './response-standing.js';
import { RowDesk } from '../judging/row-desk.service.js';
import { rowFailed, withError } from '../judging/row-isolation.js';
import type { ReadRow } from '../judging/chunk-memory.js';

/** Where an answer stands, and why nothing changed if nothing did. */
export interface At {
  importId: string;
  row: number;
  because?: 'same_content' | 'older_answer';
}

interface Judged {
  arrived: Arrived;
  standing: Standing<KeyedRow>;
}

/** Puts pushed answers where they belong: known ones where they stand, new ones behind the last row of the day. */
@Injectable()
export class PushedRows {
  constructor(
    private readonly rows: ImportRowsRepository,
    private readonly open: OpenAnswers,
    private readonly desk: RowDesk,
    private readonly runs: PushRuns,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** In the order of `answers`, which share no key. Needs a transaction and the lock of the run. */
  async settle(
    run: ImportRunEntity,
    answers: readonly Arrived[],
  ): Promise<{ run: ImportRunEntity; at: At[] }> {
    const found = await this.rows.findByKeys(answers.flatMap(({ read }) => read.keyHashes));
    const byKey = new Map(found.map((row) => [row.keyHash, row]));
    const judged: Judged[] = [];
    for (const arrived of answers) judged.push({ arrived, standing: await this.standing(arrived, byKey) });
    const fresh = judged.filter(({ standing }) => standing.is === 'new');
    const reads = fresh.map(({ arrived, standing }, i) => this.numbered(run, arrived, standing, i + 1));
    const added = await this.append(run, reads);
    const rowOf = new Map(fresh.map(({ arrived }, i) => [arrived, reads[i]!.row.row]));
    const at = judged.map(({ arrived, standing }): At => {
      if (standing.is === 'new') return { importId: run.id, row: rowOf.get(arrived)! };
      const { importId, rowNo: row } = standing.row;
      return standing.is === 'known' ? { importId, row, because: standing.because } : { importId, row };
    });
    await this.learn(judged, at, byKey);
    return { run: added, at };
  }

  /** Open rows are judged where they stand; one whose answers were deleted stands anew. */
  private async standing(
    { read, responseKeys, failed }: Arrived,
    byKey: ReadonlyMap<string, KeyedRow>,
  ): Promise<Standing<KeyedRow>> {
    const { rowHash, keyHashes } = read;
    const arrived = { rowHash, keyHashes, responseKeys, submittedAt: read.row.answer.submittedAt };
    const standing = standingOf(arrived, byKey);
    if (standing.is !== 'open' || failed || (await this.open.judgeAnew(standing.row))) return standing;
    return { is: 'new', replaces: standing.row, edits: false };
  }

  private numbered(
    run: ImportRunEntity,
    { read, failed }: Arrived,
    standing: Standing<KeyedRow>,
    place: number,
  ): ReadRow {
    const row = run.total + place;
    const { answer, issues } = read.row;
    const clears = this.settings.FORM_BLANKS === 'clear' && standing.is === 'new' && standing.edits;
    const cleared = clears ? clearedBy(answer, read.cells, mappingOf(proposalOf(run))) : undefined;
    const numbered = {
      ...read,
      row: {
        row,
        answer: cleared ? { ...answer, cleared } : answer,
        issues: issues.map((issue) => ({ ...issue, row })),
      },
    };
    return failed ? withError(numbered, rowFailed(currentContext().requestId)) : numbered;
  }

  private async append(run: ImportRunEntity, reads: readonly ReadRow[]): Promise<ImportRunEntity> {
    if (reads.length === 0) return run;
    await this.runs.keep(run);
    const outcomes = await this.desk.settleInStretches(contextOf(run), reads);
    return this.runs.add(run, reads.length, outcomes);
  }

  /** Keys nobody knew lead to where the answer stands, so that the next one finds it by any of them. */
  private async learn(
    judged: readonly Judged[],
    at: readonly At[],
    byKey: ReadonlyMap<string, KeyedRow>,
  ): Promise<void> {
    const keys = judged.flatMap(({ arrived, standing }, i) => {
      const replaced = standing.is === 'new' ? standing.replaces : undefined;
      const { importId, row: rowNo } = at[i]!;
      return arrived.read.keyHashes
        .filter((keyHash) => {
          const known = byKey.get(keyHash);
          return !known || (known.importId === replaced?.importId && known.rowNo === replaced.rowNo);
        })
        .map((keyHash) => ({ keyHash, importId, rowNo }));
    });
    await this.rows.pointKeys(keys, () => true);
    for (const [i, { standing }] of judged.entries())
      if (standing.is === 'new' && standing.replaces) await this.open.giveWay(standing.replaces, at[i]!);
  }
}
