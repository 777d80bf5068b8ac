import 'reflect-metadata';
import fc from 'fast-check';
import { ResolutionDto } from '../../../src/imports/rows/import-rows.dto.js';
import { PatchSellerDto, RegisterSellerDto, SellersQuery } from '../../../src/sellers/seller-input.dto.js';
import { sellerExamples } from '../../../src/sellers/seller.examples.js';

export const example = sellerExamples.register.letter.value;
export const offering = { category: 'food', description: 'น้ำพริกเผา' };
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
/** Bodies with these members and all kinds of values. */
export const bodies = (names: string[]) => fc.dictionary(fc.constantFrom(...names), value, { maxKeys: 8 });

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

/** DTOs of all kinds, each with members it has and has not. */
export const dtos: [string, new () => object, string[]][] = [
  ['RegisterSellerDto', RegisterSellerDto, registering],
  ['PatchSellerDto', PatchSellerDto, registering],
  [
    'SellersQuery',
    SellersQuery,
    ['query', 'limit', 'cursor', 'status', 'category', 'registeredFrom', 'regionCode', 'unknown'],
  ],
  ['ResolutionDto', ResolutionDto, ['action', 'candidate', 'cooperativeId', 'sellerId', 'reason', 'unknown']],
];
