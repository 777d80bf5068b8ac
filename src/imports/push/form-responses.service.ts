import { Injectable } from '@nestjs/common';
import { Journal } from '../../journal/journal.service.js';
import { mayReach } from '../../platform/actor.js';
import { currentActor } from '../../platform/request-context.js';
import { independentStretches } from '../judging/independent-rows.js';
import { readResponse, type PushedRow } from './form-response.js';
import { outOfReach, type UnreadableResponse } from './form-response-problems.js';
import type { FormResponsesAnswer, FormResponsesDto } from './form-responses.dto.js';
import { PushedFailures } from './pushed-failures.service.js';
import { PushedRows } from './pushed-rows.service.js';
import { PushRuns, type PushingForm } from './push-runs.service.js';
import { ResponseReader, type Arrived } from './response-reader.service.js';
import { ResponseView, type Placed } from './response-view.service.js';

/** Few enough to share a transaction with whoever else is waiting. */
const aFew = 5;

type Sent = PushedRow | UnreadableResponse;

interface Readable {
  place: number;
  row: PushedRow;
}

/** Takes pushed answers in: all of a request in one transaction, with its answer. */
@Injectable()
export class FormResponses {
  constructor(
    private readonly failures: PushedFailures,
    private readonly reader: ResponseReader,
    private readonly runs: PushRuns,
    private readonly rows: PushedRows,
    private readonly view: ResponseView,
    private readonly journal: Journal,
  ) {}

  /** One item per response, in order. */
  async take({ responses, ...form }: FormResponsesDto): Promise<FormResponsesAnswer> {
    await this.reader.freshen();
    const sent = responses.map(readResponse);
    const settle = (some: readonly Sent[], failed: ReadonlySet<Sent>) => this.settle(form, some, failed);
    return this.failures.settle(sent, settle, sent.length > aFew);
  }

  private async settle(
    form: PushingForm,
    sent: readonly Sent[],
    failed: ReadonlySet<Sent>,
  ): Promise<FormResponsesAnswer> {
    const placed: (Placed | undefined)[] = sent.map((each) =>
      'finding' in each ? { responseId: each.responseId ?? null, finding: each.finding } : undefined,
    );
    const readable = sent.flatMap((row, place) => ('finding' in row ? [] : [{ place, row }]));
    for (const group of sameColumns(readable)) {
      for (const [place, outcome] of await this.settleGroup(form, group, failed)) placed[place] = outcome;
    }
    return { items: await this.view.items(placed as Placed[]) };
  }

  /** Answers with the same questions; those that have to do with each other one after the other. */
  private async settleGroup(
    form: PushingForm,
    group: readonly Readable[],
    failed: ReadonlySet<Sent>,
  ): Promise<Map<number, Placed>> {
    const outcomes = new Map<number, Placed>();
    let run = await this.runs.open(form, group[0]!.row.header);
    const before = run.total;
    const read = await this.reader.readAll(
      run,
      group.map(({ row }) => row),
    );
    const arrived = read.map((each, i) => ({
      ...{ place: group[i]!.place, failed: failed.has(group[i]!.row) },
      ...each,
    }));
    const [within, beyond] = [arrived.filter(inReach), arrived.filter((each) => !inReach(each))];
    for (const { place, responseId } of beyond) outcomes.set(place, { responseId, finding: outOfReach });
    for (const stretch of independentStretches(within, ({ read: { keyHashes } }) => keyHashes)) {
      const settled = await this.rows.settle(run, stretch);
      run = settled.run;
      stretch.forEach(({ place, responseId }, i) => outcomes.set(place, { responseId, ...settled.at[i]! }));
    }
    if (run.total > before) this.recordPush(run.id, form.formId, run.total - before);
    return outcomes;
  }

  private recordPush(id: string, formId: string, rows: number): void {
    const payload = { formId, rows };
    this.journal.record({ action: 'import.answers_pushed', subject: { type: 'import', id }, payload });
  }
}

/** A key limited to cooperatives pushes for these; an answer whose cooperative is unclear waits for staff. */
const inReach = ({ read }: Arrived): boolean =>
  read.match.cooperative === undefined || mayReach(currentActor(), read.match.cooperative.id);

function sameColumns(rows: readonly Readable[]): Readable[][] {
  const groups = new Map<string, Readable[]>();
  for (const each of rows) {
    const key = JSON.stringify(each.row.header.columns.map(({ header }) => header));
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups.values()];
}
