import { Logger } from '@nestjs/common';
import { Entity, Index, type MigrationInterface, type QueryRunner } from 'typeorm';
import { schema } from '../../src/app.entities.js';
import { IdColumn, IntColumn, tableOf, TextColumn } from '../../src/platform/database/columns.js';
import type { Schema } from '../../src/platform/database/data-source.js';
import { Database } from '../../src/platform/database/database.js';
import { openDatabase } from '../../src/platform/database/open-database.js';
import { createTable, id, int, text, unique } from '../../src/platform/database/schema.js';
import { newId } from '../../src/platform/ids.js';
import { emptyDatabase, type TestDatabase } from './test-database.js';
import { testSettings } from './test-settings.js';

// Tests provoke what is logged.
Logger.overrideLogger(false);

/** A small table that exists in tests only. */
@Entity('test_note')
@Index('uq_test_note_word', ['word'], { unique: true })
export class NoteEntity {
  @IdColumn() id: string;
  @TextColumn(32) word: string;
  @IntColumn() number: number;
}

class Notes2690000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'test_note',
      [id(), text('word', 32), int('number')],
      [unique('uq_test_note_word', 'word')],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('test_note');
  }
}

const notes = tableOf(NoteEntity);
export const schemaWithNotes: Schema = {
  entities: [...schema.entities, NoteEntity],
  migrations: [...schema.migrations, Notes2690000000000],
};

/** One copy of the service, as far as the database goes, with the table of notes. */
export const openNotes = (url: string, env: Record<string, string> = {}): Promise<Database> =>
  openDatabase(testSettings(url, env), schemaWithNotes);

/** The same on a database of its own, which goes when the tests of this `describe` are over. */
export function ownNotes(): { readonly database: Database } {
  let own: TestDatabase;
  let database: Database;
  beforeAll(async () => {
    own = await emptyDatabase();
    database = await openNotes(own.url);
  });
  afterAll(async () => {
    await database.close();
    await own.remove();
  });
  return {
    get database() {
      return database;
    },
  };
}

export const addNote = (database: Database, word: string, number = 0): Promise<void> =>
  database.insert(notes, [{ id: newId(), word, number }]);

export const addNotes = (database: Database, words: readonly string[]): Promise<void> =>
  database.insert(
    notes,
    words.map((word) => ({ id: newId(), word, number: 0 })),
  );

export async function wordsIn(database: Database): Promise<string[]> {
  const rows = await database.all<{ word: string }>('SELECT word FROM test_note ORDER BY word');
  return rows.map(({ word }) => word);
}
