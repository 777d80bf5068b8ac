/** What a caller may do; each route names the one it needs. Roles are sets of these. */
export const scopes = [
  'cooperatives:read',
  'cooperatives:write',
  'sellers:read',
  'sellers:read-personal',
  'sellers:write',
  'imports:read',
  'imports:write',
  'form-responses:write',
  'moderation:read',
  'moderation:read-sensitive',
  'moderation:write',
  'audit:read',
  'statistics:read',
  'webhooks:manage',
  'privacy:manage',
  'staff:manage',
  'admin',
] as const;

export type Scope = (typeof scopes)[number];

/** Who acts: a member of staff, a program with a key, the service itself, or nobody known. */
export interface Actor {
  type: 'staff' | 'key' | 'system' | 'anonymous';
  /** ULID of the staff account or key; a fixed word for system and anonymous. */
  id: string;
  scopes: ReadonlySet<Scope>;
  /** A key may be limited to these cooperatives; undefined means all. */
  cooperativeIds?: ReadonlySet<string>;
  /** Somebody else knows the password; until it is changed there is nothing they may. */
  passwordGiven?: true;
}

export const systemActor: Actor = { type: 'system', id: 'system', scopes: new Set(scopes) };
export const anonymousActor: Actor = { type: 'anonymous', id: 'anonymous', scopes: new Set() };

/** Whether the actor may do what the scope names; `admin` includes everything. */
export const may = (actor: Actor, scope: Scope): boolean =>
  actor.scopes.has(scope) || actor.scopes.has('admin');

/** Whether the actor may see what belongs to the cooperative. */
export const mayReach = (actor: Actor, cooperativeId: string): boolean =>
  actor.cooperativeIds === undefined || actor.cooperativeIds.has(cooperativeId);

/** Who it was, as kept beside what they did: `staff:01JZ8Q4T…`, `key:01JZ…`. */
export const actorRef = ({ type, id }: Actor): string => `${type}:${id}`;
