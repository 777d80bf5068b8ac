import { createHash, createHmac } from 'node:crypto';
import fc from 'fast-check';
import { DataSecret } from '../../../src/platform/secret.js';

describe('keyed hashes', () => {
  const secret = new DataSecret('a secret of the test');
  const hmac = (purpose: string, text: string) =>
    createHmac('sha256', createHash('sha256').update(`${purpose}\0a secret of the test`).digest())
      .update(text)
      .digest('hex');

  it('are HMAC-SHA-256, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(secret.hash('username', text)).toBe(hmac('username', text));
      }),
    );
  });

  it.each([0, 1_343, 1_344, 1_345, 4_032, 4_033, 100_000])(
    'are the same for a text of %d letters',
    (length) => {
      const text = 'ก'.repeat(length);
      expect(secret.hash('form-row', text)).toBe(hmac('form-row', text));
      expect(secret.hash('form-row', 'after it')).toBe(hmac('form-row', 'after it'));
    },
  );
});
