/** Pages made of parts: what is put in is text and escaped, unless it was made here: "ก & ข" → "ก &amp; ข" */
export class Markup {
  constructor(readonly text: string) {}
}

type Part = string | number | null | Markup | readonly Markup[];

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function markup(words: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(words.map((word, i) => word + (i < parts.length ? written(parts[i]!) : '')).join(''));
}

function written(part: Part): string {
  if (part === null) return '';
  if (part instanceof Markup) return part.text;
  if (typeof part === 'object') return part.map(({ text }) => text).join('');
  return String(part).replace(/[&<>"']/g, (character) => entities[character]!);
}
