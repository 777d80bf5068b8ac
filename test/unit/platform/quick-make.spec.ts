import 'reflect-metadata';
import { plainToInstance, Transform } from 'class-transformer';
import { IsString } from 'class-validator';
import fc from 'fast-check';
import { quickMake } from '../../../src/platform/http/quick-make.js';
import { OfferingDto, RegisterSellerDto } from '../../../src/sellers/seller-input.dto.js';
import { bodies, dtos, example } from './dto-bodies.js';

describe('quickMake', () => {
  it.each(dtos)('makes of a body for a %s what class-transformer makes', (_, dto, names) => {
    fc.assert(
      fc.property(bodies(names), (body) => {
        expect(quickMake(dto, body)).toStrictEqual(plainToInstance(dto, body));
      }),
      { numRuns: 500 },
    );
  });

  it('makes nested DTOs too', () => {
    const { offerings } = quickMake(RegisterSellerDto, { ...example });
    expect(offerings.map((offering) => offering.constructor)).toEqual([OfferingDto]);
  });

  it('leaves a transformation to class-transformer', () => {
    class Shouting {
      @IsString()
      @Transform(({ value }) => String(value).toUpperCase())
      text: string;
    }
    expect(quickMake(Shouting, { text: 'a' })).toStrictEqual(Object.assign(new Shouting(), { text: 'A' }));
  });
});
