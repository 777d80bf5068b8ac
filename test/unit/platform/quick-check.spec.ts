import 'reflect-metadata';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import fc from 'fast-check';
import { isSurelyValid } from '../../../src/platform/http/quick-check.js';
import { RegisterSellerDto } from '../../../src/sellers/seller-input.dto.js';
import { bodies, dtos, example, offering } from './dto-bodies.js';

const rules = { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true };
const classValidatorAccepts = (dto: object) => validateSync(dto, rules).length === 0;

describe('isSurelyValid', () => {
  it.each(dtos)('says of a %s what class-validator says', (_, dto, names) => {
    fc.assert(
      fc.property(bodies(names), (body) => {
        const made = plainToInstance(dto, body);
        expect(isSurelyValid(made)).toBe(classValidatorAccepts(made));
      }),
      { numRuns: 500 },
    );
  });

  it('accepts a good registration, and one by one refuses what is wrong with it', () => {
    const good = { ...example };
    const accepts = (change: object) =>
      isSurelyValid(plainToInstance(RegisterSellerDto, { ...good, ...change }));
    expect(accepts({})).toBe(true);
    for (const name of Object.keys(good)) expect([name, accepts({ [name]: 5 })]).toEqual([name, false]);
    expect(accepts({ offerings: [{ ...offering, price: 60 }] })).toBe(false);
  });

  it('leaves a class without rules to class-validator', () => {
    class Nothing {}
    expect(isSurelyValid(new Nothing())).toBe(false);
  });
});
