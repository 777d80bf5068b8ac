import 'reflect-metadata';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import fc from 'fast-check';
import { ResolutionDto } from '../../../src/imports/rows/import-rows.dto.js';
import { isSurelyValid } from '../../../src/platform/http/quick-check.js';
import { PatchSellerDto, RegisterSellerDto, SellersQuery } from '../../../src/sellers/seller-input.dto.js';
import { sellerExamples } from '../../../src/sellers/seller.examples.js';

const rules = { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true };
const classValidatorAccepts = (dto: object) => validateSync(dto, rules).length === 0;

const example = sellerExamples.register.letter.value;
const offering = { category: 'food', description: 'น้ำพริกเผา' };
const value = fc.oneof(
  fc.constantFrom<unknown>(
    undefined,
    null,
    '',
    ' ',
    'ก',
    'food',
    'active',
    'A',
    '101650',
    '0812345678',
    true,
    false,
  ),
  fc.constantFrom<unknown>(
    0,
    1,
    -1,
    1.5,
    '2026-01-01T00:00:00.000Z',
    '01JZ8Q4T9X2M6V5R3K7N1B0C8D',
    'ก'.repeat(2000),
  ),
  fc.constantFrom<unknown>(
    {},
    [],
    [null],
    [undefined],
    [[offering]],
    [offering],
    [offering, offering],
    [{ ...offering, more: 1 }],
  ),
  fc.constantFrom<unknown>(
    [{ category: 'nothing', description: 'ก' }],
    [{ category: 'food' }],
    ['food'],
    offering,
    new Date(0),
  ),
);
const bodies = (names: string[]) => fc.dictionary(fc.constantFrom(...names), value, { maxKeys: 8 });

const registering = [
  ...Object.keys(example),
  'title',
  'firstName',
  'lastName',
  'cooperativeId',
  'memberNumber',
  'email',
  'unknown',
];

describe('isSurelyValid', () => {
  it.each([
    ['RegisterSellerDto', RegisterSellerDto, registering],
    ['PatchSellerDto', PatchSellerDto, registering],
    [
      'SellersQuery',
      SellersQuery,
      ['query', 'limit', 'cursor', 'status', 'category', 'registeredFrom', 'regionCode', 'unknown'],
    ],
    [
      'ResolutionDto',
      ResolutionDto,
      ['action', 'candidate', 'cooperativeId', 'sellerId', 'reason', 'unknown'],
    ],
  ])('says of a %s what class-validator says', (_, dto: new () => object, names) => {
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
