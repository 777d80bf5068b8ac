/**
 * A role is a set of scopes: a viewer (ผู้ดูข้อมูล) reads everything but telephone numbers and sensitive texts, and
 * the other roles add to that what their work needs, as a registrar (นายทะเบียน) may register sellers.
 */
import { scopes, type Scope } from '../platform/actor.js';

export const roles = ['viewer', 'registrar', 'moderator', 'admin'] as const;

export type Role = (typeof roles)[number];

const reading = scopes.filter((scope) => scope.endsWith(':read'));

/** What each role may do; see the table of routes and scopes in the documents. */
export const scopesOfRole: Readonly<Record<Role, readonly Scope[]>> = {
  viewer: reading,
  registrar: [...reading, 'sellers:read-personal', 'sellers:write', 'imports:write'],
  moderator: [...reading, 'sellers:read-personal', 'moderation:read-sensitive', 'moderation:write'],
  admin: scopes,
};
