import { Injectable } from '@nestjs/common';
import { may, type Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { newId } from '../../platform/ids.js';
import { DataSecret } from '../../platform/secret.js';
import type { TextKind } from './text-kind.js';
import { TextsRepository } from './texts.repository.js';

/** A text to keep. */
export interface NewText {
  kind: TextKind;
  text: string;
  sensitive: boolean;
  /** Null while the matter is not ended. */
  retainUntil?: string | null;
}

/** How facts refer to a kept text. */
export interface KeptText {
  id: string;
  hash: string;
}

/** A text as this caller may see it. */
export interface ShownText {
  /** Null if hidden from the caller or erased. */
  text: string | null;
  hidden: boolean;
  erased: boolean;
}

/** Keeps what people wrote apart from the facts; the only place that reads it. */
@Injectable()
export class Texts {
  constructor(
    private readonly repository: TextsRepository,
    private readonly secret: DataSecret,
    private readonly clock: Clock,
  ) {}

  /** Needs a transaction. */
  async keepAll(texts: readonly NewText[]): Promise<KeptText[]> {
    const createdAt = this.clock.now();
    const rows = texts.map(({ kind, text, sensitive, retainUntil = null }) => ({
      ...{ id: newId(), kind, text, hash: this.hashOf(text), isSensitive: sensitive ? 1 : 0 },
      ...{ createdAt, retainUntil, erasedAt: null },
    }));
    await this.repository.insert(rows);
    return rows.map(({ id, hash }) => ({ id, hash }));
  }

  async keep(text: NewText): Promise<KeptText> {
    return (await this.keepAll([text]))[0]!;
  }

  /** The texts by their ids, hidden where the caller lacks the scope for sensitive ones. */
  show(ids: readonly (string | null)[], actor: Actor): Promise<Map<string, ShownText>> {
    return this.read(ids, may(actor, 'moderation:read-sensitive'));
  }

  /** The same for lists and kept answers: sensitive ones are hidden from everybody. */
  showInList(ids: readonly (string | null)[]): Promise<Map<string, ShownText>> {
    return this.read(ids, false);
  }

  retain(ids: readonly string[], until: string | null): Promise<void> {
    return this.repository.retain(ids, until);
  }

  markSensitive(ids: readonly string[]): Promise<void> {
    return this.repository.markSensitive(ids);
  }

  /** HMAC-SHA-256 (hex): equal texts have equal hashes, and no text can be read back. */
  hashOf(text: string): string {
    return this.secret.hash('moderation-text', text);
  }

  private async read(ids: readonly (string | null)[], open: boolean): Promise<Map<string, ShownText>> {
    const wanted = [...new Set(ids.filter((id) => id !== null))];
    const rows = await this.repository.findAll(wanted);
    return new Map(
      rows.map(({ id, text, isSensitive, erasedAt }) => {
        const hidden = isSensitive === 1 && !open;
        return [id, { text: hidden ? null : text, hidden, erased: erasedAt !== null }];
      }),
    );
  }
}
