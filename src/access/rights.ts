/**
 * What a caller may give, change or take over is bounded by what they hold themselves: who is no admin cannot make one,
 * demote one (ลดสิทธิ์ผู้ดูแลระบบ) or set one's password.
 */
import { may, type Actor, type Scope } from '../platform/actor.js';
import { Forbidden, Invalid } from '../platform/errors.js';

/** Scopes over the market as a whole; a key limited to some cooperatives cannot have them. */
const marketWide: readonly Scope[] = [
  'admin',
  'staff:manage',
  'privacy:manage',
  'webhooks:manage',
  'audit:read',
];

/** Throws Forbidden `GRANT_BEYOND_OWN` when `wanted` has scopes that `actor` lacks. */
export function requireWithinOwn(actor: Actor, wanted: readonly Scope[]): void {
  const scopes = [...new Set(wanted)].filter((scope) => !may(actor, scope));
  if (scopes.length === 0) return;
  const text = {
    th: `ให้หรือจัดการสิทธิ์ที่ตนเองไม่มีไม่ได้: ${scopes.join(', ')}`,
    en: `You cannot give or manage scopes you do not hold: ${scopes.join(', ')}.`,
  };
  throw new Forbidden('GRANT_BEYOND_OWN', text, { scopes });
}

/** Throws Invalid when scopes are about the market as a whole and the key is to be limited to some cooperatives. */
export function requireLimitable(wanted: readonly Scope[]): void {
  const scopes = wanted.filter((scope) => marketWide.includes(scope));
  if (scopes.length === 0) return;
  throw Invalid.field('/cooperativeIds', 'SCOPES_NOT_LIMITABLE', {
    th: `สิทธิ์ ${scopes.join(', ')} จำกัดเฉพาะบางสหกรณ์ไม่ได้ กรุณาตัดสิทธิ์นี้ออกหรือไม่ส่ง cooperativeIds`,
    en: `${scopes.join(', ')} cannot be limited to cooperatives; leave out these scopes or cooperativeIds.`,
  });
}
