import { filling, fillingActions } from './docs-filling.js';
import { remembering } from './docs-memory.js';

/** What the page adds to Swagger UI, which gets the source of each function in here. */
export const pagePlugins = [
  {
    fn: { ...remembering, ...filling },
    statePlugins: {
      spec: { wrapActions: fillingActions.spec },
      oas3: { wrapActions: fillingActions.oas3 },
    },
  },
];
