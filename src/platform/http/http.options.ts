import type { LimitPolicy } from './limiter.js';

/** How the HTTP server behaves. Every member has a default for development and tests. */
export interface HttpOptions {
  /** Proxies whose `X-Forwarded-*` are believed: addresses or ranges; none by default. */
  trustProxy: boolean | string | string[];
  /** Largest JSON or form body, in bytes. */
  bodyLimit: number;
  /** Largest upload, in bytes. */
  uploadLimit: number;
  /** Deepest nesting of a JSON body. */
  maxDepth: number;
  /** Requests in flight beyond which new ones are answered 503. */
  maxInFlight: number;
  limits:
    | {
        /** Per address (IPv6: per /64), over all requests. */
        address: LimitPolicy;
        /** Per key or member of staff. */
        principal: LimitPolicy;
        /** Per address, over requests to public routes. */
        public: LimitPolicy;
      }
    | false;
  /** Time to receive a whole request, in ms. */
  requestTimeout: number;
  /** Time to receive the headers of a request, in ms. */
  headersTimeout: number;
  /** Silence on a socket after which it is closed, in ms. */
  connectionTimeout: number;
  /** How long an idle connection is kept, in ms. */
  keepAliveTimeout: number;
}

/** For routes that take pasted text of up to 1,000,000 characters: a Thai letter is 3 bytes. */
export const pastedLimit = 4 * 1_048_576;

export const httpDefaults: HttpOptions = {
  trustProxy: false,
  bodyLimit: 1_048_576,
  uploadLimit: 300 * 1_048_576,
  maxDepth: 32,
  maxInFlight: 1000,
  limits: {
    address: { name: 'address', points: 12_000, seconds: 60 },
    principal: { name: 'principal', points: 6_000, seconds: 60 },
    public: { name: 'public', points: 600, seconds: 60 },
  },
  requestTimeout: 120_000,
  headersTimeout: 15_000,
  connectionTimeout: 120_000,
  keepAliveTimeout: 65_000,
};
