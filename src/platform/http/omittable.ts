import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsOptional, ValidateIf } from 'class-validator';

/** May be left out, but not be null. */
export const Omittable = () => ValidateIf((_dto: object, value: unknown) => value !== undefined);

/** May be left out; null says the same, and no handler ever meets it. */
export const NullIsOmitted = () =>
  applyDecorators(
    Transform(({ value }: { value: unknown }) => value ?? undefined),
    IsOptional(),
  );
