import 'reflect-metadata';
import { Expose, plainToInstance, Transform } from 'class-transformer';
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

  it('transforms what is to be transformed, in the order of class-transformer', () => {
    class Shouting {
      @IsString()
      @Transform(({ value, key }) => `${key}: ${String(value).toUpperCase()}`)
      @Transform(({ value }) => `${value}s`)
      text: string;
    }
    const made = quickMake(Shouting, { text: 'a' });
    expect(made).toStrictEqual(plainToInstance(Shouting, { text: 'a' }));
    expect(made.text).toMatch(/AS?/);
  });

  it('leaves to class-transformer what it does not know', () => {
    class Renamed {
      @IsString()
      @Expose({ name: 'other' })
      text: string;
    }
    expect(quickMake(Renamed, { other: 'a' })).toStrictEqual(Object.assign(new Renamed(), { text: 'a' }));
  });
});
