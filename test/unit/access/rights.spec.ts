import { requireLimitable, requireWithinOwn } from '../../../src/access/rights.js';
import { roles, scopesOfRole } from '../../../src/access/roles.js';
import { scopes, type Actor, type Scope } from '../../../src/platform/actor.js';

const holding = (...held: Scope[]): Actor => ({ type: 'key', id: 'k', scopes: new Set(held) });

describe('scopesOfRole', () => {
  it('lets a viewer read everything but personal and sensitive data', () => {
    expect(scopesOfRole.viewer).toEqual([
      'cooperatives:read',
      'sellers:read',
      'imports:read',
      'moderation:read',
      'audit:read',
      'statistics:read',
    ]);
  });

  it.each([
    ['registrar', ['sellers:read-personal', 'sellers:write', 'imports:write']],
    ['moderator', ['sellers:read-personal', 'moderation:read-sensitive', 'moderation:write']],
  ] as const)('gives a %s what its work needs beyond', (role, more) => {
    expect(new Set(scopesOfRole[role])).toEqual(new Set([...scopesOfRole.viewer, ...more]));
  });

  it('gives an admin all', () => {
    expect(scopesOfRole.admin).toEqual(scopes);
  });
});

describe('requireWithinOwn', () => {
  it.each(roles)('lets every role give what it holds: %s', (role) => {
    expect(() => requireWithinOwn(holding(...scopesOfRole[role]), scopesOfRole[role])).not.toThrow();
  });

  it.each(scopes)('lets admin give %s', (scope) => {
    expect(() => requireWithinOwn(holding('admin'), [scope])).not.toThrow();
  });

  it.each(scopes.filter((scope) => scope !== 'staff:manage'))(
    'keeps one who only manages staff from giving %s',
    (scope) => {
      expect(() => requireWithinOwn(holding('staff:manage'), [scope])).toThrow('GRANT_BEYOND_OWN');
    },
  );

  it('names what goes beyond, once', () => {
    try {
      requireWithinOwn(holding('sellers:read'), ['sellers:read', 'admin', 'admin', 'sellers:write']);
      throw new Error('not refused');
    } catch (error) {
      expect(error).toMatchObject({ data: { scopes: ['admin', 'sellers:write'] } });
    }
  });
});

describe('requireLimitable', () => {
  it.each(['admin', 'staff:manage', 'privacy:manage', 'webhooks:manage', 'audit:read'] as const)(
    'keeps %s from keys of some cooperatives',
    (scope) => {
      expect(() => requireLimitable(['sellers:read', scope])).toThrow('VALIDATION_FAILED');
    },
  );

  it('lets them read and write sellers', () => {
    expect(() => requireLimitable(['sellers:read', 'sellers:write'])).not.toThrow();
  });
});
