/**
 * A token request is read as OAuth2 wants it: grant type password, user name and password once each; whatever else a
 * client sends along, such as `scope` or `client_id` (แอปส่งมาเกินไม่เป็นไร), is ignored. Source: RFC 6749, 4.3.2.
 */
import { fieldNeeded, unsupportedGrantType } from './oauth-errors.js';

export interface PasswordGrant {
  username: string;
  password: string;
}

/** Throws Invalid with the members of RFC 6749, 5.2. */
export function readTokenRequest(form: unknown): PasswordGrant {
  const fields = (form ?? {}) as Record<string, unknown>;
  const field = (name: string): string => {
    const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (typeof value !== 'string' || value === '') throw fieldNeeded(name);
    return value;
  };
  if (field('grant_type') !== 'password') throw unsupportedGrantType();
  return { username: field('username'), password: field('password') };
}
