import fc from 'fast-check';
import { markup } from '../../../src/moderation/dossier/markup.js';

describe('pages made of parts', () => {
  it('escape every text that is put in', () => {
    const hostile = fc.string({ unit: fc.constantFrom('<', '>', '&', '"', "'", 'ก', '/', '`') });
    fc.assert(
      fc.property(hostile, (text) => {
        const { text: page } = markup`<p title="${text}">${text}</p>`;
        const [, title, words] = /^<p title="([^"<>']*)">([^"<>']*)<\/p>$/.exec(page)!;
        expect([read(title!), read(words!)]).toEqual([text, text]);
      }),
    );
  });

  it('keep what was made before, one or many, and leave out what is null', () => {
    const rows = ['ก', '<'].map((name) => markup`<i>${name}</i>`);
    expect(markup`<b>${rows}${null}${markup`${3}`}</b>`.text).toBe('<b><i>ก</i><i>&lt;</i>3</b>');
  });
});

/** What a browser makes of it. */
const read = (escaped: string): string =>
  escaped
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
