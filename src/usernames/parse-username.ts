/**
 * Reads what people typed as a username: every front and every split is tried, the directory decides, and the reading
 * with the fewest faults wins. `A1650 นายออมทรัพย์ สอ อยู่ดีกินดี` is read as A1650ออมทรัพย์สอ.อยู่ดีกินดี.
 */
import type { DirectoryCooperative, DirectoryIndex } from '../cooperatives/directory-index.js';
import {
  cooperativesWithDigits,
  PARTLY,
  resolveByName,
  resolveBySlip,
  unresolved,
  type CooperativeClues,
  type Resolution,
} from './resolve-cooperative.js';
import { readSellerName, type SellerNameReading } from './seller-name.js';
import { untangleKeyboard, type Untangled } from './keyboard-slip.js';
import { TypedText, type Span } from './typed-text.js';
import { readHeads, type UsernameHead } from './username-head.js';
import { splitAtEnd, splitsAtMarkers, type UsernameSplit } from './username-splits.js';
import { splitAtRegisteredName, splitsWithoutMarker } from './unmarked-splits.js';
import { composeUsername, lastFourDigits, MARKER } from './username.js';

/** Spans are offsets into `typed.text`; `typed.toOriginal` gives their place in what the caller sent. */
export interface UsernameReading {
  typed: TypedText;
  /** Which part was typed with the wrong keyboard layout on. */
  keyboardSlip: Untangled['part'] | undefined;
  head: UsernameHead;
  name: Span;
  /** `name.reading` spans count from `name.start`. */
  nameReading: SellerNameReading;
  marker: Span;
  cooperativeName: Span;
  resolution: Resolution;
  /** The one correct username that is meant, if it can be known without guessing. */
  canonical: string | undefined;
}

interface Weighed extends UsernameReading {
  cost: number;
}

/** Costs in the order of what people get wrong least. */
const MISSING_NAME = 6;
const MISSING_MARKER = 2.5;
const VARIANT_MARKER = 1;
const OTHER_NUMBER = 3;
const OTHER_REGION = 2;
const BARE_MARKER = 'สอ';
const STRANGE_NAME = 2;
const UNKNOWN_NAME = 3;
const TITLE = 0.5;

/** A registered name or a mere variant of it; see `Resolution`. */
const VARIANT_COST = 1.5;

/** Splits among which slips of the cooperative's name are looked for, the costly way. */
const MAX_SLIP_SPLITS = 4;

/** `original` should be capped before (see `MAX_USERNAME_LENGTH`); everything here is linear in it. */
export function parseUsername(original: string, directory: DirectoryIndex): UsernameReading {
  const texts: { text: string; part?: Untangled['part'] }[] = [
    { text: original },
    ...untangleKeyboard(original),
  ];
  const readings = texts.flatMap(({ text, part }) => {
    const context = { typed: TypedText.of(text), directory, keyboardSlip: part };
    return readHeads(context.typed.text).flatMap((head) => readTails(context, head));
  });
  return readings.reduce((best, next) => (next.cost < best.cost ? next : best));
}

interface Context {
  typed: TypedText;
  directory: DirectoryIndex;
  keyboardSlip: Untangled['part'] | undefined;
}

type Resolve = (directory: DirectoryIndex, clues: CooperativeClues) => Resolution | undefined;

/** Stops at the first way of resolving that finds a cooperative: by name, without marker, by slip, not at all. */
function readTails(context: Context, head: UsernameHead): Weighed[] {
  const { text } = context.typed;
  const numbered = cooperativesWithDigits(context.directory, head.digits);
  const registered = splitAtRegisteredName(text, head.end, numbered);
  const marked = splitsAtMarkers(text, head.end).filter(
    ({ marker }) => registered === undefined || marker.start <= registered.marker.start,
  );
  const read = (splits: readonly UsernameSplit[], resolve: Resolve): Weighed[] =>
    splits.flatMap((split) => readTail(context, head, split, resolve) ?? []);
  const found = read(registered ? [...marked, registered] : marked, resolveByName);
  if (found.some(plainlyDecided)) return found;
  // A plain marker right behind the number may be a sergeant's rank instead: ส.อ.สมชาย.
  const isMarked = marked.some(({ plain, marker }) => plain && marker.start > head.end);
  const unmarked = isMarked ? [] : splitsWithoutMarker(text, head.end, context.directory, numbered);
  found.push(...read(unmarked, resolveByName).filter(isNamed));
  if (found.some(decided)) return found;
  found.push(...read(marked.slice(0, MAX_SLIP_SPLITS), resolveBySlip));
  if (found.length > 0) return found;
  const end = [splitAtEnd(text)];
  const nameless = isMarked ? [] : read(end, resolveByName);
  return nameless.length > 0 ? nameless : read(likeliest(marked) ?? end, unresolved);
}

/** Where nothing tells, a marker with its full stop is the likeliest. */
function likeliest(marked: readonly UsernameSplit[]): UsernameSplit[] | undefined {
  const plain = marked.filter((split) => split.plain);
  return marked.length === 0 ? undefined : (plain.length > 0 ? plain : marked).slice(0, MAX_SLIP_SPLITS);
}

function decided({ resolution }: Pick<Weighed, 'resolution'>): boolean {
  return resolution.cooperative !== undefined;
}

function plainlyDecided(reading: Weighed): boolean {
  return decided(reading) && reading.resolution.cost <= VARIANT_COST;
}

/** Without a marker only a name that is hardly touched is believed. */
function isNamed({ resolution }: Weighed): boolean {
  return decided({ resolution }) && resolution.cost < PARTLY;
}

function readTail(
  context: Context,
  head: UsernameHead,
  split: UsernameSplit,
  resolve: Resolve,
): Weighed | undefined {
  const { typed, directory, keyboardSlip } = context;
  const { marker } = split;
  const rest = typed.text.slice(marker.end);
  const names = split.stopsAreAi ? [rest, rest.replaceAll('ใ', '.')] : [rest];
  const clues = { digits: head.digits, regionCode: head.regionCode };
  const resolution = names
    .flatMap((name) => resolve(directory, { ...clues, name }) ?? [])
    .reduce<Resolution | undefined>(
      (best, next) => (best && best.cost <= next.cost ? best : next),
      undefined,
    );
  if (resolution === undefined) return undefined;
  const nameReading = nameBefore(split, typed.text.slice(head.end, marker.start));
  const parts = {
    typed,
    keyboardSlip,
    head,
    name: { start: head.end, end: marker.start },
    nameReading,
    marker,
    cooperativeName: { start: marker.end, end: typed.text.length },
    resolution,
    canonical: canonicalOf(resolution.cooperative, nameReading.name),
  };
  return { ...parts, cost: costOf(parts) };
}

/** A full stop before a missing marker is the rest of one that nobody recognised, so where the name ends is unknown. */
function nameBefore({ marker }: UsernameSplit, text: string): SellerNameReading {
  const reading = readSellerName(text);
  return marker.start === marker.end && text.endsWith('.') ? { ...reading, name: undefined } : reading;
}

function canonicalOf(
  cooperative: DirectoryCooperative | undefined,
  name: string | undefined,
): string | undefined {
  return cooperative === undefined || name === undefined ? undefined : composeUsername(cooperative, name);
}

function costOf({ typed, head, name, nameReading, marker, resolution }: UsernameReading): number {
  const { cooperative } = resolution;
  let cost = resolution.cost;
  if (name.start === name.end) cost += MISSING_NAME;
  else if (nameReading.name === undefined) cost += UNKNOWN_NAME;
  if (nameReading.strange.length > 0) cost += STRANGE_NAME;
  if (nameReading.title !== undefined) cost += TITLE;
  const typedMarker = typed.text.slice(marker.start, marker.end);
  if (typedMarker === '') cost += MISSING_MARKER;
  else if (typedMarker !== MARKER) cost += VARIANT_MARKER;
  // The สอ of บุญสอน is no marker just because what follows is a slip away from a name.
  if (typedMarker === BARE_MARKER && resolution.cost > VARIANT_COST) cost += VARIANT_MARKER;
  if (cooperative && lastFourDigits(cooperative.registrationNumber) !== head.digits) cost += OTHER_NUMBER;
  if (cooperative && cooperative.regionCode !== head.regionCode) cost += OTHER_REGION;
  return cost;
}
