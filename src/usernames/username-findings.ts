/**
 * Names everything that is wrong in a reading, at once: `a1651 นายออมทรัพย์สออยู่ดีกินดี` has a small letter, a wrong
 * number, a space, a title and a marker without full stop.
 */
import { regionOf } from '../cooperatives/regions.js';
import type { UsernameReading } from './parse-username.js';
import type { Span } from './typed-text.js';
import { SEGMENT_KINDS, usernameIssue, type SegmentKind, type UsernameIssue } from './username-issue.js';
import { lastFourDigits, MARKER } from './username.js';

/** Offsets in UTF-16 units of the text as it was sent. */
export interface UsernameSegment extends Span {
  kind: SegmentKind;
  text: string;
}

export function spansOf({ head, name, marker, cooperativeName }: UsernameReading): Record<SegmentKind, Span> {
  return { region: head.region, number: head.number, name, marker, cooperative: cooperativeName };
}

export function issuesOf(reading: UsernameReading): UsernameIssue[] {
  return [
    ...regionIssues(reading),
    ...numberIssues(reading),
    ...nameIssues(reading),
    ...markerIssues(reading),
    ...cooperativeIssues(reading),
    ...blemishIssues(reading),
  ];
}

function regionIssues({ head, keyboardSlip, resolution: { cooperative } }: UsernameReading): UsernameIssue[] {
  const expected = cooperative?.regionCode ?? head.regionCode;
  if (head.regionCode === undefined) return [usernameIssue('REGION_UNKNOWN', 'region', { expected })];
  const issues = head.regionFaults.map((code) => usernameIssue(code, 'region', { expected }));
  if (keyboardSlip === 'head')
    issues.unshift(usernameIssue('REGION_UNKNOWN', 'region', { expected, keyboard: true }));
  else if (head.region.start > head.number.start)
    issues.unshift(usernameIssue('REGION_UNKNOWN', 'region', { expected }));
  if (cooperative && cooperative.regionCode !== head.regionCode) {
    const named = `${cooperative.regionCode} (${regionOf(cooperative.regionCode).name.th})`;
    issues.push(
      usernameIssue('REGION_MISMATCH', 'region', { expected: named, cooperative: cooperative.shortName }),
    );
  }
  return issues;
}

function numberIssues({ head, keyboardSlip, resolution }: UsernameReading): UsernameIssue[] {
  const { cooperative, conflict } = resolution;
  const expected = cooperative && lastFourDigits(cooperative.registrationNumber);
  if (head.digits === '') return [usernameIssue('NUMBER_MISSING', 'number', { expected })];
  const issues: UsernameIssue[] = [];
  const keyboard = keyboardSlip === 'head';
  if (!head.arabic || keyboard) {
    const facts = { expected: expected ?? head.digits, keyboard };
    issues.push(usernameIssue('NUMBER_NOT_ARABIC_DIGITS', 'number', facts));
  }
  if (conflict || head.digits.length !== 4 || (expected !== undefined && expected !== head.digits)) {
    issues.push(
      usernameIssue('NUMBER_MISMATCH', 'number', { expected, cooperative: cooperative?.shortName }),
    );
  }
  return issues;
}

function nameIssues({ head, name, nameReading, keyboardSlip }: UsernameReading): UsernameIssue[] {
  const expected = nameReading.name;
  const issues: UsernameIssue[] = [];
  if (head.strange.length > 0) issues.push(usernameIssue('NAME_INVALID_CHARACTER', 'number'));
  if (name.start === name.end) return [...issues, usernameIssue('NAME_MISSING', 'name')];
  if (nameReading.title) issues.push(usernameIssue('NAME_HAS_TITLE', 'name', { expected }));
  if (keyboardSlip === 'tail' || nameReading.strange.length > 0)
    issues.push(usernameIssue('NAME_INVALID_CHARACTER', 'name', { expected }));
  return issues;
}

function markerIssues({ typed, marker }: UsernameReading): UsernameIssue[] {
  const text = typed.text.slice(marker.start, marker.end);
  if (text === MARKER) return [];
  return [usernameIssue(text === '' ? 'MARKER_MISSING' : 'MARKER_VARIANT', 'marker')];
}

function cooperativeIssues({ typed, cooperativeName, resolution }: UsernameReading): UsernameIssue[] {
  const { cooperative, candidates } = resolution;
  if (cooperative === undefined) {
    return [usernameIssue('COOPERATIVE_UNKNOWN', 'cooperative', { several: candidates.length > 1 })];
  }
  const text = typed.text.slice(cooperativeName.start, cooperativeName.end);
  if (text === cooperative.shortName) return [];
  return [usernameIssue('COOPERATIVE_NAME_VARIANT', 'cooperative', { expected: cooperative.shortName })];
}

/** One issue for each kind of blemish in each segment. */
function blemishIssues(reading: UsernameReading): UsernameIssue[] {
  const spans = Object.entries(spansOf(reading)) as [SegmentKind, Span][];
  const inOrder = spans.sort(([, a], [, b]) => a.start - b.start);
  const seen = new Map<string, UsernameIssue>();
  for (const { code, at } of reading.typed.blemishes) {
    const segment = (inOrder.find(([, { start, end }]) => at >= start && at < end) ?? inOrder.at(-1)!)[0];
    const key = `${code} ${segment}`;
    if (!seen.has(key)) seen.set(key, usernameIssue(code, segment));
  }
  return [...seen.values()];
}

/** The parts of what was sent that are there, in their order. */
export function segmentsOf(reading: UsernameReading, input: string): UsernameSegment[] {
  const spans = spansOf(reading);
  return SEGMENT_KINDS.map((kind) => ({ kind, ...reading.typed.toOriginal(spans[kind]) }))
    .map((segment) => ({ ...segment, text: input.slice(segment.start, segment.end) }))
    .filter(({ text }) => text !== '')
    .sort((a, b) => a.start - b.start);
}
