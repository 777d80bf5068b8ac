/** How well usernames are judged and cooperatives found: hand-written cases, generated ones, collected names. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { compact, proposeShortName } from '../../dist/src/cooperatives/cooperative-name.js';
import { DirectoryIndex } from '../../dist/src/cooperatives/directory-index.js';
import { validateUsername } from '../../dist/src/usernames/validate-username.js';
import { generatedUsernames } from './generated-usernames.mjs';

const LIMIT = { nicknameMax: undefined, nicknameUnit: 'utf16' };

/** The sample directory that ships with the service. */
export function sampleDirectory() {
  const file = join(import.meta.dirname, '../../sample/cooperatives.csv');
  const rows = parse(readFileSync(file, 'utf8'), { columns: true });
  return new DirectoryIndex(
    rows.map((row) => ({
      id: row.registration_number,
      registrationNumber: row.registration_number,
      fullName: row.full_name,
      shortName: row.short_name,
      regionCode: row.region_code,
      aliases: row.aliases === '' ? [] : row.aliases.split('|'),
    })),
  );
}

/** One section of the table per set of cases, as `accuracy.mjs` wants them. */
export function measureUsernames(readCsv) {
  const directory = sampleDirectory();
  const written = (readCsv('cases', 'usernames.csv') ?? []).map((row) => ({
    ...row,
    typed: unescape(row.typed),
    valid: row.valid === 'yes',
  }));
  return [
    judged('usernames, own cases', written, directory),
    judged('usernames, generated', generatedUsernames(directory), directory),
    found(
      'cooperatives, collected variants',
      readCsv('data', 'cooperatives.csv'),
      readCsv('data', 'coop_name_variants.csv'),
    ),
  ].filter(Boolean);
}

/** Right is: valid or not, the canonical form letter by letter, and the codes where the case names them. */
function judged(title, cases, directory) {
  const section = emptySection(title, cases.length);
  for (const { typed, valid, canonical, codes } of cases) {
    const verdict = validateUsername(typed, directory, LIMIT);
    const got = [...new Set(verdict.issues.map(({ code }) => code))].join('|');
    const right = verdict.valid === valid && (verdict.canonical ?? '') === canonical;
    const sameCodes = codes === undefined || sorted(codes) === sorted(got);
    if (right && sameCodes) section.right++;
    else {
      section.wrong++;
      section.misses.push(
        `${JSON.stringify(typed)}: ${canonical || 'unknown'} ${codes ?? ''}, judged ${verdict.canonical ?? 'unknown'} ${got}`,
      );
    }
  }
  return section;
}

function found(title, cooperatives, variants) {
  if (!cooperatives || !variants) return undefined;
  const directory = new DirectoryIndex(cooperatives.map(collected));
  const known = variants.filter(({ canonical }) => cooperatives.some((row) => row.full_name === canonical));
  const section = emptySection(title, known.length);
  for (const { as_seen: seen, canonical } of known) {
    const { cooperative, matches } = directory.find(seen);
    if (cooperative?.fullName === canonical) section.right++;
    else section.wrong++;
    if (cooperative === undefined && matches.length > 0) section.doubtful++;
    if (cooperative?.fullName !== canonical) {
      section.misses.push(
        `${seen}: ${canonical}, found ${matches.map((match) => match.cooperative.fullName).join(' or ') || 'nothing'}`,
      );
    }
  }
  return section;
}

/** Attested short names are the registered ones, proposed ones their aliases. */
function collected(row, i) {
  const [attested, ...more] = row.short_attested
    .split(';')
    .map((name) => compact(name).replace(/^สอ\.|จำกัด$/g, ''));
  const proposed = proposeShortName(row.full_name);
  return {
    id: row.id,
    registrationNumber: String(100000 + i),
    fullName: row.full_name,
    shortName: attested || proposed,
    regionCode: 'C',
    aliases: attested ? [proposed, ...more] : [],
  };
}

function emptySection(title, cases) {
  return {
    title,
    goal: title.startsWith('cooperatives') ? 0.9 : 0.97,
    cases,
    right: 0,
    wrong: 0,
    doubtful: 0,
    plain: 0,
    plainDoubtful: 0,
    misses: [],
  };
}

function sorted(codes) {
  return codes.split('|').sort().join('|');
}

/** `\u200b` and `\t` are written out in the committed cases, so that they can be seen. */
function unescape(text) {
  return text
    .replace(/\\u([0-9a-f]{4})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replaceAll('\\t', '\t');
}
