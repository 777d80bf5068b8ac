import { plainToInstance, TransformationType } from 'class-transformer';
import { defaultMetadataStorage as transformations } from 'class-transformer/cjs/storage.js';
import { getMetadataStorage } from 'class-validator';

type Class = new () => object;

/** How a member is taken over: as it is, or made into a DTO of its own, which may be a list. */
type Making = 'as_it_is' | Class;

/** What is known of a DTO's members, looked up once; one that asks class-transformer for more is left out. */
const known = new Map<Class, Map<string, Making>>();

/**
 * The DTO class-transformer makes of parsed JSON. That looks up every member of every object anew; here what a DTO asks
 * for is remembered. Where it asks for more than nested DTOs, or a member is unknown, class-transformer makes it.
 */
export function quickMake<T extends object>(dto: new () => T, plain: object): T {
  return (make(dto, plain) as T | undefined) ?? plainToInstance(dto, plain);
}

function make(dto: Class, plain: object): object | undefined {
  const members = membersOf(dto);
  const made = new dto() as Record<string, unknown>;
  for (const [name, value] of Object.entries(plain)) {
    const making = members.get(name);
    const own = making === undefined || making === 'as_it_is' ? value : nested(making, value);
    if (making === undefined || own === undefined) return undefined;
    made[name] = own;
  }
  return made;
}

function nested(dto: Class, value: unknown): unknown {
  if (!Array.isArray(value)) return isObject(value) ? make(dto, value) : undefined;
  const list = value.map((item: unknown) => (isObject(item) ? make(dto, item) : undefined));
  return list.includes(undefined) ? undefined : list;
}

const isObject = (value: unknown): value is object =>
  (value as object | null | undefined)?.constructor === Object;

function membersOf(dto: Class): Map<string, Making> {
  let members = known.get(dto);
  if (members === undefined) known.set(dto, (members = gather(dto)));
  return members;
}

/** class-validator knows the names: what has no rule is refused anyway. */
function gather(dto: Class): Map<string, Making> {
  const rules = getMetadataStorage().getTargetValidationMetadatas(dto, '', false, false);
  const names = new Set(rules.map(({ propertyName }) => propertyName));
  const asksForMore = (name: string) =>
    transformations.findTransformMetadatas(dto, name, TransformationType.PLAIN_TO_CLASS).length > 0 ||
    transformations.getExposedMetadatas(dto).length + transformations.getExcludedMetadatas(dto).length > 0;
  const plain = [...names].filter((name) => !asksForMore(name));
  return new Map(plain.flatMap((name) => makingOf(dto, name)));
}

function makingOf(dto: Class, name: string): [string, Making][] {
  const type = transformations.findTypeMetadata(dto, name) as
    ReturnType<typeof transformations.findTypeMetadata> | undefined;
  if (type === undefined) return [[name, 'as_it_is']];
  const made = type.typeFunction() as Class;
  const isDto = getMetadataStorage().getTargetValidationMetadatas(made, '', false, false).length > 0;
  return isDto && type.options?.discriminator === undefined ? [[name, made]] : [];
}
