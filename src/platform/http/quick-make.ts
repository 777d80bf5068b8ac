import { plainToInstance, TransformationType, type TransformFnParams } from 'class-transformer';
import { defaultMetadataStorage as transformations } from 'class-transformer/cjs/storage.js';
import { getMetadataStorage } from 'class-validator';

type Class = new () => object;
type TypeMetadata = ReturnType<typeof transformations.findTypeMetadata>;

/** What becomes of the value of a member: a DTO or a list of them, or what the transformations make of it, in order. */
interface Member {
  dto?: Class;
  transformations: ((parameters: TransformFnParams) => unknown)[];
}

/**
 * What is known of a DTO's members, looked up once; one that asks class-transformer for more is left out. `undefined` for
 * a DTO that shows or hides members, even some that were not sent.
 */
const known = new Map<Class, Map<string, Member> | undefined>();

/**
 * The DTO class-transformer makes of parsed JSON. That looks up every member of every object anew; here what a DTO asks
 * for is remembered. Where it asks for more than this knows, or a member is unknown, class-transformer makes it. What
 * asks for nothing is taken over as it is, not copied.
 */
export function quickMake<T extends object>(dto: new () => T, plain: object): T {
  return (make(dto, plain) as T | undefined) ?? plainToInstance(dto, plain);
}

function make(dto: Class, plain: object): object | undefined {
  const members = membersOf(dto);
  if (members === undefined) return undefined;
  const made = new dto() as Record<string, unknown>;
  for (const [name, value] of Object.entries(plain)) {
    const member = members.get(name);
    if (member === undefined) return undefined;
    const own =
      member.dto === undefined ? transformed(value, name, plain, member) : nested(member.dto, value);
    if (own === undefined && member.dto !== undefined) return undefined;
    made[name] = own;
  }
  return made;
}

function transformed(typed: unknown, key: string, obj: object, { transformations }: Member): unknown {
  let value = typed;
  for (const transform of transformations)
    value = transform({ value, key, obj, type: TransformationType.PLAIN_TO_CLASS, options: {} });
  return value;
}

function nested(dto: Class, value: unknown): unknown {
  if (!Array.isArray(value)) return isObject(value) ? make(dto, value) : undefined;
  const list = value.map((item: unknown) => (isObject(item) ? make(dto, item) : undefined));
  return list.includes(undefined) ? undefined : list;
}

const isObject = (value: unknown): value is object =>
  (value as object | null | undefined)?.constructor === Object;

function membersOf(dto: Class): Map<string, Member> | undefined {
  if (!known.has(dto)) known.set(dto, gather(dto));
  return known.get(dto);
}

/** class-validator knows the names: what has no rule is refused anyway. */
function gather(dto: Class): Map<string, Member> | undefined {
  const special = [...transformations.getExposedMetadatas(dto), ...transformations.getExcludedMetadatas(dto)];
  if (special.length > 0 || transformations.getStrategy(dto) !== 'none') return undefined;
  const members = new Map<string, Member>();
  for (const name of namesOf(dto)) {
    const member = memberOf(dto, name);
    if (member !== undefined) members.set(name, member);
  }
  return members;
}

function memberOf(dto: Class, name: string): Member | undefined {
  const own = transformations.findTransformMetadatas(dto, name, TransformationType.PLAIN_TO_CLASS);
  if (own.some(({ options }) => options?.groups?.length)) return undefined;
  const type = transformations.findTypeMetadata(dto, name) as TypeMetadata | undefined;
  if (type === undefined) return { transformations: own.map(({ transformFn }) => transformFn) };
  const member = { dto: type.typeFunction() as Class, transformations: [] };
  const isPlain =
    own.length === 0 && type.options?.discriminator === undefined && namesOf(member.dto).size > 0;
  return isPlain ? member : undefined;
}

const namesOf = (dto: Class): Set<string> =>
  new Set(
    getMetadataStorage()
      .getTargetValidationMetadatas(dto, '', false, false)
      .map(({ propertyName }) => propertyName),
  );
