import { setImmediate as nextTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Journal } from '../journal/journal.service.js';
import { actorRef } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { Invalid, NotFound, Stale } from '../platform/errors.js';
import { Cursors } from '../platform/http/cursor.js';
import type { Page, PageQuery } from '../platform/http/page.dto.js';
import { inTurns } from '../platform/in-turns.js';
import { currentActor } from '../platform/request-context.js';
import { changeLexicon, type ChangedLexicon, type LexiconChange } from './lexicon-change.js';
import type {
  ChangeLexiconDto,
  JudgementDto,
  LexiconDto,
  LexiconPreviewDto,
  LexiconVersionDto,
  PreviewLexiconDto,
} from './lexicon.dto.js';
import { LexiconKeeper } from './lexicon-keeper.service.js';
import type { Lexicon } from './lexicon.js';
import { LexiconRepository, type ListedVersion } from './lexicon.repository.js';
import { shippedLexicon } from './lexicon/shipped.js';
import type { LexiconVersionEntity } from './lexicon-version.entity.js';
import { samplePosts } from './sample-posts.js';
import { Screener, type ScreeningResult } from './screener.js';
import { spamFilterPhrases } from './spam-filter.js';

const binding = ['lexicon versions'];
const atOnce = 50;

/** The lexicon for people: to read, to change by versions, to try a change before. */
@Injectable()
export class Lexicons {
  constructor(
    private readonly database: Database,
    private readonly repository: LexiconRepository,
    private readonly keeper: LexiconKeeper,
    private readonly cursors: Cursors,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async current(): Promise<LexiconDto> {
    return this.read(String(await this.repository.currentVersion()));
  }

  async read(version: string): Promise<LexiconDto> {
    const row = /^\d{1,9}$/.test(version) ? await this.repository.find(Number(version)) : undefined;
    if (!row) throw new NotFound();
    return { ...versionOf(row), ...(JSON.parse(row.content) as Lexicon) };
  }

  async list({ limit = 50, cursor }: PageQuery): Promise<Page<LexiconVersionDto>> {
    const [before] = this.cursors.open(cursor, binding) ?? [];
    const rows = await this.repository.page(before as number | undefined, limit + 1);
    const page = this.cursors.page(rows, limit, ({ version }) => [Number(version)], binding);
    return { items: page.items.map(versionOf), nextCursor: page.nextCursor };
  }

  /** Makes a new version; the old one stays to be read. Throws Invalid with every fault, Stale. */
  change({ note, ...change }: ChangeLexiconDto, expected?: number): Promise<LexiconDto> {
    return this.database.transaction(async () => {
      const before = await this.current();
      if (expected !== undefined && expected !== before.version) throw new Stale(before.version);
      const { lexicon, added, removed } = sound(before, change);
      const row: LexiconVersionEntity = {
        ...{ version: before.version + 1, content: JSON.stringify(lexicon), added, removed },
        ...{ note: note ?? null, changedBy: actorRef(currentActor()), changedAt: this.clock.now() },
      };
      await this.repository.insert(row);
      this.keeper.applyAfterCommit(row.version, lexicon);
      const subject = { type: 'lexicon', id: String(row.version) };
      this.journal.record({ action: 'lexicon.changed', subject, payload: { added, removed } });
      return { ...versionOf(row), ...lexicon };
    });
  }

  /** What a change would do to the texts, without doing it. */
  async preview({
    texts = samplePosts as string[],
    ...change
  }: PreviewLexiconDto): Promise<LexiconPreviewDto> {
    const before = await this.current();
    const { lexicon, added, removed } = sound(before, change);
    const now = await inTurns(Screener.steps(lexiconOf(before), before.version));
    const then = await inTurns(Screener.steps(lexicon, 0));
    const changed: LexiconPreviewDto['changed'] = [];
    for (const [i, text] of texts.entries()) {
      const [was, will] = [now, then].map((each) => judgementOf(each.screen({ text }))) as [
        JudgementDto,
        JudgementDto,
      ];
      if (JSON.stringify(was) !== JSON.stringify(will)) changed.push({ text, before: was, after: will });
      if (i % atOnce === atOnce - 1) await nextTurn();
    }
    return { comparedWith: before.version, added, removed, tried: texts.length, changed };
  }

  /** Phrases for the spam filter of LINE OpenChat, one a line. */
  async spamFilter(): Promise<string> {
    return `${spamFilterPhrases(lexiconOf(await this.current())).join('\n')}\n`;
  }
}

const lexiconOf = ({ terms, exceptions, sellingSignals }: LexiconDto): Lexicon => {
  return { terms, exceptions, sellingSignals };
};

/** @throws Invalid with everything that is wrong with the change */
function sound(before: LexiconDto, change: LexiconChange): ChangedLexicon {
  const changed = changeLexicon(lexiconOf(before), change, shippedLexicon.exceptions);
  if (changed.problems.length > 0) throw new Invalid(changed.problems);
  return changed;
}

function versionOf({
  version,
  added,
  removed,
  note,
  changedBy,
  changedAt,
}: ListedVersion): LexiconVersionDto {
  return { version: Number(version), added, removed, note, changedBy, changedAt };
}

const judgementOf = ({ verdict, suggestions }: ScreeningResult): JudgementDto => ({
  verdict,
  ruleCodes: suggestions.map(({ ruleCode }) => ruleCode),
});
