import { filling, fillingActions } from './docs-filling.js';
import { leaveServiceToo } from './docs-leaving.js';
import { remembering } from './docs-memory.js';
import { words, wordsOfComponents, wordsOfMistakes, wordsOfSilence } from './docs-words.js';

/** What the page adds to Swagger UI, which gets the source of each function in here. */
export const pagePlugin = {
  fn: { ...remembering, ...filling, ...words },
  wrapComponents: wordsOfComponents,
  statePlugins: {
    auth: { wrapActions: { logout: leaveServiceToo } },
    spec: {
      wrapActions: fillingActions.spec,
      wrapSelectors: { validationErrors: wordsOfMistakes },
    },
    oas3: { wrapActions: fillingActions.oas3 },
  },
  afterLoad: speakThaiToReaders,
};

/** Of two plugins, since each may wrap an action once. */
export const pagePlugins = [
  pagePlugin,
  { statePlugins: { spec: { wrapActions: { setResponse: wordsOfSilence } } } },
];

/** A program that reads pages aloud takes the voice from here; Swagger UI's page calls itself English. */
function speakThaiToReaders(): void {
  const { document } = globalThis as unknown as { document: { documentElement: { lang: string } } };
  document.documentElement.lang = 'th';
}
