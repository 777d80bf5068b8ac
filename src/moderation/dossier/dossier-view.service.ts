import { Injectable } from '@nestjs/common';
import { ActorNames } from '../../platform/actor-names.js';
import { actorRef } from '../../platform/actor.js';
import { currentActor } from '../../platform/request-context.js';
import { buddhistDateTime } from '../../thai/buddhist-date.js';
import { textDto } from '../texts/text.dto.js';
import { Texts } from '../texts/texts.service.js';
import type { StoryItem } from './dossier.js';
import type { StoryItemDto } from './dossier.dto.js';

/** Stories as callers see them: sensitive words only with the scope for them. */
@Injectable()
export class DossierView {
  constructor(
    private readonly texts: Texts,
    private readonly names: ActorNames,
  ) {}

  async story(items: readonly StoryItem[]): Promise<StoryItemDto[]> {
    const textIds = items.flatMap(({ texts }) => texts.map(({ textId }) => textId));
    const shown = await this.texts.show(textIds, currentActor());
    const names = await this.names.of([...new Set(items.flatMap(({ by }) => by ?? []))]);
    return items.map(({ at, kind, sentence, ids, by, texts }) => ({
      ...{ at, atThai: buddhistDateTime(at), kind, sentence, ids },
      who: by === null ? null : { actor: by, name: names.get(by) ?? null },
      texts: texts.flatMap((each) => {
        const words = textDto(shown.get(each.textId));
        return words ? [{ kind: each.kind, ...words }] : [];
      }),
    }));
  }

  /** Who asks for the dossier. */
  async caller(): Promise<string | null> {
    const caller = actorRef(currentActor());
    return (await this.names.of([caller])).get(caller) ?? null;
  }
}
