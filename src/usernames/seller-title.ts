/**
 * Finds the title that people put before the name in a username: นาย in A1650นายออมทรัพย์สอ.อยู่ดีกินดี. Where it could
 * be part of the name (คุณากร, นายิกา), or of a name with its surname behind it (คุณวุฒิสุขใจ), it is left alone.
 */
import { beginsLikeTitledName } from '../thai/names-like-titles.js';
import { readTitles } from '../thai/title-reading.js';

/** First names repeat; what was read is remembered for so many of them. */
const REMEMBERED = 5_000;
const remembered = new Map<string, string | undefined>();

/** The title in front of a name typed without white space, or `undefined` if there surely is none or it is doubtful. */
export function titleBefore(name: string): string | undefined {
  const known = remembered.get(name);
  if (known !== undefined || remembered.has(name)) return known;
  const title = readTitle(name);
  if (remembered.size >= REMEMBERED) remembered.clear();
  remembered.set(name, title);
  return title;
}

function readTitle(name: string): string | undefined {
  if (beginsLikeTitledName(name)) return undefined;
  const readings = readTitles(name);
  const [reading] = readings;
  if (readings.length !== 1 || reading === undefined || reading.title === '' || reading.rest === '')
    return undefined;
  return name.endsWith(reading.rest) ? name.slice(0, -reading.rest.length) : undefined;
}
