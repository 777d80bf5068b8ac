export type Delimiter = ',' | ';' | '\t';

const candidates: Delimiter[] = [',', '\t', ';'];
const RECORDS_COMPARED = 5;

/**
 * Finds the delimiter from the header at the beginning of `text`: the candidate that splits the header into
 * most columns, quotes respected; of two equal ones, the one that splits the next records alike. Excel may
 * name it in a first line `sep=;`.
 */
export function findDelimiter(text: string): Delimiter {
  const declared = /^sep=([,;\t])[\r\n]/.exec(text);
  if (declared) return declared[1] as Delimiter;

  let best: { delimiter: Delimiter; columns: number; steady: number } = {
    delimiter: ',',
    columns: 0,
    steady: 0,
  };
  for (const delimiter of candidates) {
    const [columns = 0, ...others] = columnCounts(text.replace(/^[ \r\n]+/, ''), delimiter);
    const steady = others.filter((count) => count === columns).length;
    if (columns > best.columns || (columns > 0 && columns === best.columns && steady > best.steady)) {
      best = { delimiter, columns, steady };
    }
  }
  return best.delimiter;
}

/** Delimiters per record in the first few records; a quote opens at the beginning of a cell only. */
function columnCounts(text: string, delimiter: string): number[] {
  const counts = [0];
  let quoted = false;
  let atStart = true;
  for (let i = 0; i < text.length && counts.length <= RECORDS_COMPARED; i++) {
    const char = text[i]!;
    if (char === '"' && (quoted || atStart)) quoted = !quoted;
    // The second of two quotes opens the cell again: "" inside a quoted cell is one quote.
    atStart = char === '"' && !quoted;
    if (quoted) continue;
    if (char === delimiter) {
      counts[counts.length - 1]!++;
      atStart = true;
    } else if (char === '\n' || char === '\r') {
      if (char === '\r' && text[i + 1] === '\n') i++;
      counts.push(0);
      atStart = true;
    }
  }
  return counts;
}
