/**
 * Prints how often the service reads names and usernames as a careful Thai reader would.
 * Own cases lie in `cases/`. More are measured if the directory in ACCURACY_DATA has them. Run after `npm run build`.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { measureNames } from './names.mjs';
import { measureScreening, printScreening } from './screening.mjs';
import { measureUsernames } from './usernames.mjs';

const GOAL = 0.98;
const MOST_PLAIN_DOUBTFUL = 0.05;
const MISSES_SHOWN = 20;
const folders = {
  cases: join(import.meta.dirname, 'cases'),
  data: process.env.ACCURACY_DATA ?? join(import.meta.dirname, '../../../shared/data'),
};

/** Rows of a CSV file in `cases` or `data` by column name; nothing if the file is not there. */
function readCsv(folder, file) {
  const path = join(folders[folder], file);
  if (!existsSync(path)) {
    console.log(`skipped: ${file} is not in ${folder === 'data' ? 'ACCURACY_DATA' : 'test/accuracy/cases'}`);
    return undefined;
  }
  return parse(readFileSync(path, 'utf8'), { columns: true, bom: true, skip_empty_lines: true });
}

const sections = [...measureNames(readCsv), ...measureUsernames(readCsv)];

console.table(
  sections.map(({ title, cases, right, wrong, doubtful, plain, plainDoubtful }) => ({
    what: title,
    cases,
    right,
    wrong,
    'right %': percent(right, cases),
    'marked doubtful': doubtful,
    'plain ones marked doubtful': `${plainDoubtful} of ${plain}`,
  })),
);
for (const { title, misses } of sections.filter(({ misses }) => misses.length > 0)) {
  console.log(`${title}, wrong:`);
  for (const miss of misses.slice(0, MISSES_SHOWN)) console.log(`  ${miss}`);
  if (misses.length > MISSES_SHOWN) console.log(`  and ${misses.length - MISSES_SHOWN} more`);
}
const failed = sections.filter(
  ({ cases, right, plain, plainDoubtful, goal = GOAL }) =>
    right / cases < goal || plainDoubtful / plain > MOST_PLAIN_DOUBTFUL,
);
const below = [
  ...failed.map(({ title }) => title),
  ...printScreening(measureScreening(readCsv), MISSES_SHOWN),
];
for (const title of below) console.log(`below the goal: ${title}`);
process.exitCode = below.length > 0 ? 1 : 0;

function percent(part, whole) {
  return (Math.round((part / whole) * 10_000) / 100).toFixed(2);
}
