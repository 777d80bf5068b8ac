import type { SwaggerUi } from './docs-ui.js';

/**
 * Whoever leaves by the button of the sign-in dialogue leaves the service, too: forgotten by the page alone, the session
 * would go on for hours. A key stays, since programs use it. Swagger UI gets the source of this function.
 */
export const leaveServiceToo =
  (original: (schemes: string[]) => unknown, ui: SwaggerUi) => (schemes: string[]) => {
    const token = ui.authSelectors.authorized().toJS()['staff']?.token?.access_token;
    if (token && schemes.includes('staff')) {
      const headers = { Authorization: `Bearer ${token}` };
      // Out of reach or over already: the page forgets it all the same.
      void fetch('/v1/sessions/current', { method: 'DELETE', headers, keepalive: true }).catch(
        () => undefined,
      );
    }
    return original(schemes);
  };
