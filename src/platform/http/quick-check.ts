import {
  getMetadataStorage,
  type MetadataStorage,
  type ValidationArguments,
  type ValidatorConstraintInterface,
} from 'class-validator';

type Metadata = ReturnType<MetadataStorage['getTargetValidationMetadatas']>[number];
type Class = abstract new (...parameters: never[]) => unknown;

interface Constraint {
  instance: ValidatorConstraintInterface;
  each: boolean;
  constraints: unknown[];
}

/** What class-validator knows of one member of a DTO, looked up once. */
interface Member {
  name: string;
  conditions: ((object: object, value: unknown) => boolean)[];
  constraints: Constraint[];
  isNested: boolean;
}

/** `undefined`: a DTO with rules this check does not know. */
const known = new Map<unknown, Map<string, Member> | undefined>();

const understood = new Set([
  'customValidation',
  'conditionalValidation',
  'nestedValidation',
  'whitelistValidation',
]);

/**
 * True only if class-validator finds nothing wrong with the DTO and no member it does not know. It asks
 * class-validator's own constraints, but does not gather them anew for each request, which costs several times as much
 * as asking. False means that class-validator itself has to say whether and what is wrong.
 */
export function isSurelyValid(object: object): boolean {
  const members = membersOf(object.constructor);
  if (members === undefined) return false;
  for (const name of Object.keys(object)) if (!members.has(name)) return false;
  for (const member of members.values()) if (!isFine(object, member)) return false;
  return true;
}

function isFine(object: object, member: Member): boolean {
  const value = (object as Record<string, unknown>)[member.name];
  if (!member.conditions.every((condition) => condition(object, value))) return true;
  return (
    member.constraints.every((constraint) => holds(constraint, object, member.name, value)) &&
    (!member.isNested || isFineInside(value))
  );
}

function holds(
  { instance, each, constraints }: Constraint,
  object: object,
  property: string,
  value: unknown,
) {
  const about: ValidationArguments = {
    targetName: object.constructor.name,
    property,
    object,
    value,
    constraints,
  };
  if (!each || !Array.isArray(value)) return instance.validate(value, about) === true;
  return value.every((item) => instance.validate(item, about) === true);
}

function isFineInside(value: unknown): boolean {
  if (value === undefined) return true;
  if (Array.isArray(value)) return value.every((item) => isObject(item) && isSurelyValid(item));
  return isObject(value) && isSurelyValid(value);
}

const isObject = (value: unknown): value is object => value instanceof Object && !Array.isArray(value);

function membersOf(dto: unknown): Map<string, Member> | undefined {
  if (!known.has(dto)) known.set(dto, gather(dto as Class));
  return known.get(dto);
}

function gather(dto: Class): Map<string, Member> | undefined {
  const all = getMetadataStorage().getTargetValidationMetadatas(dto, '', false, false);
  if (all.length === 0 || !all.every(isUnderstood)) return undefined;
  const members = new Map<string, Member>();
  for (const metadata of all) {
    const name = metadata.propertyName;
    const member = members.get(name) ?? { name, conditions: [], constraints: [], isNested: false };
    members.set(name, member);
    if (metadata.type === 'conditionalValidation') member.conditions.push(metadata.constraints[0] as never);
    if (metadata.type === 'nestedValidation') member.isNested = true;
    if (metadata.type === 'customValidation') member.constraints.push(...constraintsOf(metadata));
  }
  return members;
}

const isUnderstood = ({ type, groups, validateIf }: Metadata) =>
  understood.has(type) && !groups?.length && validateIf === undefined;

const constraintsOf = ({ constraintCls, each, constraints }: Metadata): Constraint[] =>
  getMetadataStorage()
    .getTargetValidatorConstraints(constraintCls)
    .map(({ instance }) => ({ instance, each, constraints: constraints as unknown[] }));
