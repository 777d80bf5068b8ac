/** How well names are read: against the committed cases and, where present, the project's data directory. */
import { readPersonName } from '../../dist/src/thai/person-name.js';

const COMMITTED = {
  typed: 'typed',
  title: 'title',
  first: 'first_name',
  middle: 'middle_name',
  last: 'last_name',
};
const COLLECTED = {
  typed: 'as_typed',
  title: 'expected_title',
  first: 'expected_first',
  middle: 'expected_middle',
  last: 'expected_last',
};
/** Groups whose names look like titles or are odd on purpose; all others are plain. */
const NOT_PLAIN = /^(?:special|ambiguous|noise|clash|short|nickname|comma|twice|aside|no_person|broken_thai)/;

/** One section of the table per file: `{ title, cases, right, wrong, doubtful, plain, plainDoubtful, misses }`. */
export function measureNames(readCsv) {
  return [
    section('names, own cases', readCsv('cases', 'names.csv'), COMMITTED, ({ group }) => group),
    section('names, collected', readCsv('data', 'names.csv'), COLLECTED, ({ variant }) => variant),
  ].filter(Boolean);
}

function section(title, rows, columns, groupOf) {
  if (!rows) return undefined;
  const result = {
    title,
    cases: rows.length,
    right: 0,
    wrong: 0,
    doubtful: 0,
    plain: 0,
    plainDoubtful: 0,
    misses: [],
  };
  for (const row of rows) {
    const plain = row.expect
      ? row.expect === 'plain' && !NOT_PLAIN.test(groupOf(row))
      : !NOT_PLAIN.test(groupOf(row));
    judge(result, row, columns, plain);
  }
  return result;
}

function judge(result, row, columns, plain) {
  const typed = unescape(row[columns.typed]);
  const name = readPersonName(typed);
  const truth = [row[columns.title], row[columns.first], row[columns.middle], row[columns.last]];
  const readings = name.readings.map((one) => [one.title, one.firstName, one.middleName ?? '', one.lastName]);
  const found = readings.some((reading) => same(reading, truth));
  const marked = row.expect === undefined || name.doubtful === (row.expect === 'doubtful');
  if (found && marked) result.right++;
  else {
    result.wrong++;
    result.misses.push(`${JSON.stringify(typed)}: ${show(truth)}, read ${readings.map(show).join(' or ')}`);
  }
  if (name.doubtful) result.doubtful++;
  if (plain) result.plain++;
  if (plain && name.doubtful) result.plainDoubtful++;
}

/** Titles are compared without spaces, names exactly. */
function same(reading, truth) {
  return reading.every((part, i) => (i === 0 ? bare(part) === bare(truth[i]) : part === truth[i]));
}

function bare(title) {
  return title.replaceAll(' ', '');
}

function show(parts) {
  return parts.join('|');
}

/** `\u200b`, `\t` and `\n` are written out in the committed cases, so that they can be seen. */
function unescape(text) {
  return text
    .replace(/\\u([0-9a-f]{4})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replaceAll('\\t', '\t')
    .replaceAll('\\n', '\n');
}
