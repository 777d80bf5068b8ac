import { getMetadataStorage, type ValidationError } from 'class-validator';
import type { FieldError } from '../errors.js';
import {
  aboutKind,
  complain,
  notAnObject,
  repeated,
  required,
  unknownField,
  type Complaint,
} from './validation-messages.js';

/** Where a value came from decides how its place is written: `/offerings/0/category` or `?limit`. */
export type Source = 'body' | 'query';

/** At most so many are listed; a batch of thousands need not answer with as many complaints. */
export const mostErrors = 100;

type Rule = ReturnType<ReturnType<typeof getMetadataStorage>['getTargetValidationMetadatas']>[number];

/** Every failing field, in words. */
export function fieldErrorsOf(failures: readonly ValidationError[], source: Source): FieldError[] {
  return failures.flatMap((failure) => fromFailure(failure, [], source)).slice(0, mostErrors);
}

function fromFailure(failure: ValidationError, parents: readonly string[], source: Source): FieldError[] {
  const path = [...parents, failure.property];
  const own = Object.keys(failure.constraints ?? {});
  const nested = (failure.children ?? []).flatMap((child) => fromFailure(child, path, source));
  if (own.length === 0) return nested;
  if (isMissing(failure, own)) return [fieldError(path, source, required(nameOf(path)))];
  if (source === 'query' && Array.isArray(failure.value) && !own.includes('whitelistValidation')) {
    return [fieldError(path, source, repeated(nameOf(path)))];
  }
  const kind = own.find((constraint) => aboutKind.has(constraint));
  const telling = kind === undefined ? own : [kind];
  return [...telling.flatMap((constraint) => fromConstraint(failure, constraint, path, source)), ...nested];
}

const isMissing = ({ value }: ValidationError, constraints: string[]) =>
  (value === undefined || value === null) && !constraints.includes('whitelistValidation');

function fromConstraint(
  failure: ValidationError,
  constraint: string,
  path: readonly string[],
  source: Source,
): FieldError[] {
  const rule = ruleOf(failure, constraint);
  const own = failure.contexts?.[constraint] as Partial<Complaint> | undefined;
  return guiltyIndexes(failure.value, rule).map((index) => {
    const at = index === undefined ? path : [...path, String(index)];
    const usual = complain(constraint, nameOf(at), rule?.constraints ?? []);
    return fieldError(at, source, { code: own?.code ?? usual.code, message: own?.message ?? usual.message });
  });
}

/** Which items of a list break a rule for `each` of them; [undefined] for a rule about the value itself. */
function guiltyIndexes(value: unknown, rule: Rule | undefined): (number | undefined)[] {
  if (!rule?.each || !Array.isArray(value)) return [undefined];
  const constraint = getMetadataStorage().getTargetValidatorConstraints(rule.constraintCls)[0]?.instance;
  const details = { value, constraints: rule.constraints, targetName: '', object: {}, property: '' };
  const guilty = value.flatMap((item, index) => (constraint?.validate(item, details) ? [] : [index]));
  return guilty.length === 0 ? [undefined] : guilty.slice(0, mostErrors);
}

function ruleOf({ target, property }: ValidationError, constraint: string): Rule | undefined {
  if (target === undefined) return undefined;
  const storage = getMetadataStorage();
  return storage
    .getTargetValidationMetadatas(target.constructor, '', false, false)
    .find((rule) => rule.propertyName === property && (rule.name ?? rule.type) === constraint);
}

function fieldError(path: readonly string[], source: Source, { code, message }: Complaint): FieldError {
  return { pointer: source === 'query' ? `?${path.join('.')}` : pointerOf(path), code, message };
}

/** RFC 6901. */
export const pointerOf = (path: readonly string[]): string =>
  path.map((part) => `/${part.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

const nameOf = (path: readonly string[]): string =>
  path
    .map((part, index) => (/^\d+$/.test(part) ? `[${part}]` : index === 0 ? part : `.${part}`))
    .join('')
    .slice(0, 100);

/** For a body that is no object at all. */
export const wholeBodyError = (): FieldError => ({ pointer: '', ...notAnObject('body') });

/** For a field nobody declared. */
export const unknownFieldError = (name: string, source: Source): FieldError =>
  fieldError([name], source, unknownField(nameOf([name])));
