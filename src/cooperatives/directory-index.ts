/**
 * The directory in memory: answers in microseconds which cooperative a number or a name means, and lists several
 * where the text could mean several. `สหกรณ์ออมทรัพย์ครูสุรินร์ จํากัด` means ครูสุรินทร์, one letter away.
 */
import { compact, matchKey } from './cooperative-name.js';
import { shortForms } from './name-forms.js';
import { NearIndex } from './near-index.js';
import type { RegionCode } from './regions.js';

export interface DirectoryCooperative {
  id: string;
  /** Text, six digits, leading zeros kept. */
  registrationNumber: string;
  fullName: string;
  /** Without marker สอ. and without white space. */
  shortName: string;
  regionCode: RegionCode;
  aliases: readonly string[];
}

/** Why a cooperative was found, best reason first. */
export const MATCH_REASONS = [
  'registration_number',
  'short_name',
  'full_name',
  'alias',
  'name_variant',
  'short_form',
  'near_miss',
  'contains',
] as const;

export type MatchReason = (typeof MATCH_REASONS)[number];

export interface DirectoryMatch {
  cooperative: DirectoryCooperative;
  reason: MatchReason;
  /** Letters added, dropped or changed: 0 unless `reason` is `near_miss`. */
  edits: number;
}

export interface DirectoryFinding {
  /** The one the text means; `undefined` if none is known or two are equally near. */
  cooperative: DirectoryCooperative | undefined;
  /** Best first; never more than one per cooperative. */
  matches: readonly DirectoryMatch[];
}

type ByText = ReadonlyMap<string, readonly DirectoryCooperative[]>;

/** Immutable; a changed directory is a new index. */
export class DirectoryIndex {
  private readonly byId: ReadonlyMap<string, DirectoryCooperative>;
  private readonly byNumber: ByText;
  private readonly byLastFour: ByText;
  /** One map per exact reason, asked in this order. */
  private readonly exact: readonly (readonly [MatchReason, (text: string) => string, ByText])[];
  private readonly nearIndex: NearIndex;
  private readonly nearKeys: readonly (readonly [string, DirectoryCooperative])[];

  constructor(readonly cooperatives: readonly DirectoryCooperative[]) {
    this.byId = new Map(cooperatives.map((cooperative) => [cooperative.id, cooperative]));
    this.byNumber = group(cooperatives, ({ registrationNumber }) => [registrationNumber]);
    this.byLastFour = group(cooperatives, ({ registrationNumber }) => [registrationNumber.slice(-4)]);
    this.exact = [
      ['short_name', compact, group(cooperatives, ({ shortName }) => [compact(shortName)])],
      ['short_name', unmarked, group(cooperatives, ({ shortName }) => [compact(shortName)])],
      ['full_name', compact, group(cooperatives, ({ fullName }) => [compact(fullName)])],
      ['alias', compact, group(cooperatives, ({ aliases }) => aliases.map(compact))],
      ['name_variant', matchKey, group(cooperatives, matchKeysOf)],
      ['short_form', matchKey, group(cooperatives, (each) => matchKeysOf(each).flatMap(shortForms))],
    ];
    this.nearKeys = cooperatives.flatMap((each) => matchKeysOf(each).map((key) => [key, each] as const));
    this.nearIndex = new NearIndex(this.nearKeys.map(([key]) => key));
  }

  get(id: string): DirectoryCooperative | undefined {
    return this.byId.get(id);
  }

  /** Several only if the directory gives one number twice. */
  withNumber(registrationNumber: string): readonly DirectoryCooperative[] {
    return this.byNumber.get(registrationNumber) ?? [];
  }

  /** Two cooperatives may share the last four digits of their numbers. */
  withLastFour(digits: string): readonly DirectoryCooperative[] {
    return this.byLastFour.get(digits) ?? [];
  }

  /** Who carries this name, or a mere variant of it, letter by letter: only the best reason's cooperatives. */
  named(text: string): readonly DirectoryMatch[] {
    for (const [reason, keyOf, map] of this.exact) {
      const found = map.get(keyOf(text));
      if (found) return found.map((cooperative) => ({ cooperative, reason, edits: 0 }));
    }
    return [];
  }

  /** Who carries a name one or two letters away, nearest first. */
  nearly(text: string): readonly DirectoryMatch[] {
    const nearest = new Map<string, DirectoryMatch>();
    for (const { position, edits } of this.nearIndex.near(matchKey(text))) {
      const cooperative = this.nearKeys[position]![1];
      if (!nearest.has(cooperative.id))
        nearest.set(cooperative.id, { cooperative, reason: 'near_miss', edits });
    }
    return [...nearest.values()];
  }

  /** The cooperative a text names, if it can be told without guessing. */
  find(text: string): DirectoryFinding {
    const named = this.named(text);
    const matches = named.length > 0 ? named : this.nearly(text);
    const [first, second] = matches;
    const alone = first !== undefined && (second === undefined || second.edits > first.edits);
    return { cooperative: alone ? first.cooperative : undefined, matches };
  }
}

/** สอ.ครูตาก is the short name ครูตาก behind its marker. */
function unmarked(text: string): string {
  return compact(text).replace(/^สอ\./u, '');
}

/** The keys of a cooperative's own names; its aliases are as good as its names. */
function matchKeysOf({ fullName, shortName, aliases }: DirectoryCooperative): string[] {
  return [...new Set([fullName, shortName, ...aliases].map(matchKey))].filter((key) => key !== '');
}

function group(
  cooperatives: readonly DirectoryCooperative[],
  keysOf: (cooperative: DirectoryCooperative) => readonly string[],
): ByText {
  const map = new Map<string, DirectoryCooperative[]>();
  for (const cooperative of cooperatives) {
    for (const key of new Set(keysOf(cooperative))) {
      const sharing = map.get(key);
      if (sharing) sharing.push(cooperative);
      else map.set(key, [cooperative]);
    }
  }
  return map;
}
