export type Language = 'th' | 'en';

const known = new Map<string, Language>();

/** The language an `Accept-Language` header asks for: `en` only where it is preferred to Thai, else `th`. */
export function languageOf(header: string | undefined): Language {
  if (header === undefined) return 'th';
  const remembered = known.get(header);
  if (remembered !== undefined) return remembered;
  const language = preferred(header);
  if (known.size < 200 && header.length < 200) known.set(header, language);
  return language;
}

function preferred(header: string): Language {
  const weight: Record<Language, number> = { th: 0, en: 0 };
  for (const part of header.slice(0, 500).split(',')) {
    const [range = '', ...parameters] = part.trim().toLowerCase().split(';');
    const language = range.split('-')[0];
    if (language !== 'th' && language !== 'en') continue;
    const quality = parameters.map((text) => text.trim()).find((text) => text.startsWith('q='));
    const value = quality === undefined ? 1 : Number(quality.slice(2));
    if (value > weight[language]) weight[language] = value;
  }
  return weight.en > weight.th ? 'en' : 'th';
}
