import { oauthMembersOf } from '../../../src/access/oauth-errors.js';
import { readTokenRequest } from '../../../src/access/token-request.js';
import { Invalid, TooMany, Unavailable, type AppError } from '../../../src/platform/errors.js';

const grant = { grant_type: 'password', username: 'admin', password: ' with blanks ' };

describe('readTokenRequest', () => {
  it('takes user name and password as they are, and nothing else', () => {
    const form = { ...grant, scope: 'admin', client_id: 'swagger', client_secret: '', role: 'admin' };
    expect(readTokenRequest(form)).toEqual({ username: 'admin', password: ' with blanks ' });
  });

  it.each([
    [undefined, 'invalid_request'],
    [{}, 'invalid_request'],
    [{ ...grant, password: '' }, 'invalid_request'],
    [{ ...grant, username: ['a', 'b'] }, 'invalid_request'],
    [{ grant_type: 'password', username: 'admin' }, 'invalid_request'],
    [{ ...grant, grant_type: 'client_credentials' }, 'unsupported_grant_type'],
    [Object.create(grant), 'invalid_request'],
  ])('%j is %s', (form, error) => {
    expect(() => readTokenRequest(form)).toThrow(
      expect.objectContaining({ data: expect.objectContaining({ error }) }),
    );
  });
});

describe('oauthMembersOf', () => {
  it.each([
    [new Invalid([]), 'invalid_request'],
    [new TooMany('X', { th: 'ก', en: 'Wait.' }, 3), 'temporarily_unavailable'],
    [new Unavailable(), 'temporarily_unavailable'],
  ] as [AppError, string][])('%s is %s', (error, name) => {
    expect(oauthMembersOf(error).error).toBe(name);
  });

  it('describes in characters RFC 6749 allows', () => {
    for (const error of [new Invalid([]), new Unavailable()])
      expect(oauthMembersOf(error).error_description).toMatch(/^[\x20-\x21\x23-\x5b\x5d-\x7e]+$/);
  });
});
