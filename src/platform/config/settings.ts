import { bool, cleanEnv, makeValidator, str, type CleanedEnv } from 'envalid';
import { databaseUrl, parseDatabaseUrl } from './database-url.js';

/** A whole number within bounds, which its meaning and the sentence about a mistake name. */
const whole = (min: number, max: number) => (spec: { default: number; desc: string }) =>
  makeValidator<number>((input) => {
    const value = Number(input);
    if (Number.isInteger(value) && value >= min && value <= max) return value;
    throw new Error(`must be a whole number from ${min} to ${max}`);
  })({ ...spec, desc: `${spec.desc} (${min} to ${max})` });

const link = makeValidator<string>((input) => {
  if (input === '' || URL.canParse(input)) return input;
  throw new Error('must be a full link such as https://example.org/form, or empty');
});

/** Every setting of the service: name, default, meaning. `npm run settings` writes it to docs/settings.md. */
export const settingSpecs = {
  NODE_ENV: str({
    choices: ['development', 'production', 'test'],
    default: 'development',
    desc: 'production switches the sample market off and demands DATA_SECRET',
  }),
  PORT: whole(0, 65_535)({ default: 3000, desc: 'port of the HTTP server; 0 takes a free one' }),
  HOST: str({ default: '127.0.0.1', desc: 'address to listen on; 0.0.0.0 for every network' }),
  DATABASE_URL: databaseUrl({
    default: 'sqlite:data/market.sqlite',
    desc: 'sqlite:path or mysql://user:password@host:port/database',
  }),
  DATABASE_POOL: whole(1, 200)({ default: 10, desc: 'connections to MySQL or MariaDB' }),
  DATABASE_TIMEOUT_MS: whole(
    100,
    600_000,
  )({ default: 5_000, desc: 'longest wait for a connection or an answer of the database, ms' }),
  DATA_SECRET: str({
    default: '',
    desc: 'secret (32 characters or more) that keys the hashes of names and numbers; required in production and with MySQL or MariaDB; empty: one is made beside the SQLite file',
  }),
  ADMIN_PASSWORD: str({
    default: '',
    desc: 'password (12 characters or more) of the first admin; empty: a one-time password is printed once',
  }),
  SAMPLE_DATA: str({
    choices: ['auto', 'none'],
    default: 'auto',
    desc: 'auto fills an empty database with a sample market outside production; none does not',
  }),
  LOG_LEVEL: str({
    choices: ['debug', 'info', 'warn', 'error', 'silent'],
    default: 'info',
    desc: 'least severe log line that is written',
  }),
  TRUSTED_PROXIES: str({
    default: '',
    desc: 'addresses or networks, comma separated, whose X-Forwarded-For is believed',
  }),
  REQUESTS_PER_MINUTE: whole(
    1,
    1_000_000,
  )({
    default: 6_000,
    desc: 'requests a minute for each key or member of staff, and for each address; a tenth of it without sign-in',
  }),
  MAX_IN_FLIGHT: whole(
    1,
    100_000,
  )({ default: 1_000, desc: 'requests worked on at once; more are answered 503' }),
  MAX_UPLOAD_MB: whole(1, 4_096)({ default: 200, desc: 'largest file that may be uploaded, MB' }),
  XLSX_UNPACKED_MB: whole(
    1,
    8_192,
  )({ default: 1_024, desc: 'largest XLSX workbook when unpacked, all its parts together, MB' }),
  XLSX_MEMORY_MB: whole(
    16,
    8_192,
  )({
    default: 256,
    desc: 'memory the thread that reads an XLSX workbook may use, and as much again for its texts, MB',
  }),
  XLSX_SECONDS: whole(
    1,
    3_600,
  )({ default: 120, desc: 'longest time for reading an XLSX workbook once, seconds' }),
  SESSION_HOURS: whole(1, 24)({ default: 8, desc: 'how long a login of staff lasts, hours' }),
  MAX_EVENT_STREAMS: whole(
    1,
    10_000,
  )({ default: 200, desc: 'callers that may follow imports live at once, in this process' }),
  IMPORT_RETENTION_DAYS: whole(
    1,
    365,
  )({
    default: 30,
    desc: 'days after the end of an import until its file and the answers of open rows are deleted',
  }),
  FORM_BLANKS: str({
    choices: ['keep', 'clear'],
    default: 'keep',
    desc: 'what an empty answer in an edited form response means: keep what was known (right where a form sends only what changed), or clear it (right where every edit sends all answers, as the Apps Script of this service does)',
  }),
  IMPORT_CHUNK_ROWS: whole(
    1,
    2_000,
  )({ default: 250, desc: 'rows of an import in one transaction; others who write wait that long at most' }),
  FORM_URL: link({ default: '', desc: 'registration form of the market' }),
  OPENCHAT_URL: link({ default: '', desc: 'invitation to the OpenChat group for sellers' }),
  BUYERS_URL: link({ default: '', desc: 'invitation for buyers' }),
  HELP_CONTACT: str({ default: '', desc: 'whom sellers ask for help, shown in the messages to them' }),
  OPENCHAT_NICKNAME_MAX: whole(
    0,
    200,
  )({ default: 0, desc: 'longest nickname OpenChat takes; 0: no limit known' }),
  OPENCHAT_NICKNAME_UNIT: str({
    choices: ['utf16', 'codePoints', 'graphemes'],
    default: 'utf16',
    desc: 'what that limit counts',
  }),
  REMOVAL_NEEDS_SECOND_PERSON: bool({
    default: false,
    desc: 'whether another moderator has to confirm a removal; the gravest matters (S3) never wait',
  }),
  WORKER: bool({ default: true, desc: 'whether this copy works on background jobs' }),
  SHUTDOWN_SECONDS: whole(
    1,
    600,
  )({ default: 20, desc: 'longest wait for running requests when stopping, seconds' }),
};

export type Settings = Readonly<CleanedEnv<typeof settingSpecs>>;
export const SETTINGS = Symbol('settings');

/** Thrown with one sentence for each mistake in the environment. */
export class SettingsMistake extends Error {
  constructor(readonly sentences: string[]) {
    super(sentences.join('\n'));
  }
}

/** Reads and checks the environment. Throws {@link SettingsMistake}. */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const sentences: string[] = [];
  const settings = cleanEnv(env, settingSpecs, {
    reporter: ({ errors }) => {
      for (const [name, error] of Object.entries(errors)) sentences.push(`${name}: ${error?.message}`);
    },
  });
  if (sentences.length === 0) sentences.push(...productionMistakes(settings));
  if (settings.DATA_SECRET && settings.DATA_SECRET.length < 32)
    sentences.push('DATA_SECRET: must have 32 characters or more');
  if (settings.ADMIN_PASSWORD && settings.ADMIN_PASSWORD.length < 12)
    sentences.push('ADMIN_PASSWORD: must have 12 characters or more');
  if (sentences.length > 0) throw new SettingsMistake(sentences);
  // A plain object: envalid's own throws when Nest looks for members that are no settings.
  return { ...settings };
}

function productionMistakes(settings: Settings): string[] {
  const needsSecret =
    settings.NODE_ENV === 'production' || parseDatabaseUrl(settings.DATABASE_URL).kind === 'mysql';
  if (!needsSecret || settings.DATA_SECRET) return [];
  return [
    'DATA_SECRET: is required in production and with MySQL or MariaDB; make one with: openssl rand -hex 32',
  ];
}
