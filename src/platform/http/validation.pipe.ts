import type { ArgumentMetadata, PipeTransform } from '@nestjs/common';
import { validateSync } from 'class-validator';
import { Invalid } from '../errors.js';
import { fieldErrorsOf, unknownFieldError, wholeBodyError, type Source } from './field-errors.js';
import { prototypeKeys } from './body-parsers.js';
import { isSurelyValid } from './quick-check.js';
import { quickMake } from './quick-make.js';

const rules = { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true };
const plainTypes = new Set<unknown>([undefined, String, Number, Boolean, Object, Array]);

/**
 * Makes the DTO a handler asks for and checks it; unknown fields are errors, and every failing field is listed.
 * Validators are synchronous: a rule that needs the database belongs into the service.
 */
export class ValidationPipe implements PipeTransform {
  transform(value: unknown, { type, metatype }: ArgumentMetadata): unknown {
    if ((type !== 'body' && type !== 'query') || plainTypes.has(metatype)) return value;
    return validated(metatype as new () => object, value, type);
  }
}

/** The DTO made of `value`, for what does not come through a handler's parameters (form fields, rows). */
export function validated<T extends object>(dto: new () => T, value: unknown, source: Source = 'body'): T {
  const plain = value ?? {};
  if (typeof plain !== 'object' || Array.isArray(plain)) throw new Invalid([wholeBodyError()]);
  const poison = Object.keys(plain).filter((name) => prototypeKeys.has(name));
  if (poison.length > 0) throw new Invalid(poison.map((name) => unknownFieldError(name, source)));
  const made = quickMake(dto, plain);
  if (isSurelyValid(made)) return made;
  const failures = validateSync(made, rules);
  if (failures.length > 0) throw new Invalid(fieldErrorsOf(failures, source));
  return made;
}
