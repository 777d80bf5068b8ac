import type { AppOptions } from './app.setup.js';
import type { Settings } from './platform/config/settings.js';
import { httpDefaults } from './platform/http/http.options.js';
import { createPino, type LogLevel } from './platform/logging/pino-logger.js';

const megabyte = 1_048_576;

/** What the settings of the service mean for its HTTP server and its log. */
export function appOptions(settings: Settings): AppOptions {
  const perMinute = (name: string, points: number) => ({ name, points, seconds: 60 });
  const proxies = settings.TRUSTED_PROXIES.split(',').map((address) => address.trim());
  return {
    pino: createPino(settings.LOG_LEVEL as LogLevel),
    trustProxy: proxies[0] === '' ? httpDefaults.trustProxy : proxies,
    uploadLimit: settings.MAX_UPLOAD_MB * megabyte,
    maxInFlight: settings.MAX_IN_FLIGHT,
    limits: {
      address: perMinute('address', settings.REQUESTS_PER_MINUTE),
      principal: perMinute('principal', settings.REQUESTS_PER_MINUTE),
      public: perMinute('public', Math.max(1, Math.ceil(settings.REQUESTS_PER_MINUTE / 10))),
    },
  };
}
