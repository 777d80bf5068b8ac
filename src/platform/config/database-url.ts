import { makeValidator } from 'envalid';

/** Where the data lives, as DATABASE_URL says it. */
export type DatabaseTarget =
  | { kind: 'sqlite'; file: string }
  | { kind: 'mysql'; host: string; port: number; user: string; password: string; database: string };

/** Reads `sqlite:path` or `mysql://user:password@host:port/database`. Throws an Error with a sentence. */
export function parseDatabaseUrl(text: string): DatabaseTarget {
  if (text.startsWith('sqlite:') && text.length > 'sqlite:'.length)
    return { kind: 'sqlite', file: text.slice('sqlite:'.length) };
  if (!/^(mysql|mariadb):\/\//.test(text) || !URL.canParse(text))
    throw new Error('must be sqlite:path or mysql://user:password@host:port/database');
  const url = new URL(text);
  const database = decodeURIComponent(url.pathname.slice(1));
  if (!database || !url.hostname)
    throw new Error('must name a host and a database: mysql://user:password@host:port/database');
  return {
    kind: 'mysql',
    host: url.hostname,
    port: Number(url.port || 3306),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database,
  };
}

/** The validator of DATABASE_URL; the text stays as it is. */
export const databaseUrl = makeValidator<string>((input) => {
  parseDatabaseUrl(input);
  return input;
});
