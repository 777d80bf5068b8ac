/**
 * The directory in memory: answers in microseconds which cooperative a number or a name means, and lists several
 * where the text could mean several. `สหกรณ์ออมทรัพย์ครูสุรินร์ จํากัด` means ครูสุรินทร์, one letter away.
 */
import { compact, matchKey, spellings } from './cooperative-name.js';
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
  private readonly byShortName: ByText;
  private readonly byFullName: ByText;
  private readonly byAlias: ByText;
  private readonly byKey: ByText;
  private readonly byShortForm: ByText;
  private readonly keys: ReadonlyMap<DirectoryCooperative, readonly string[]>;
  private readonly spelt: ReadonlyMap<DirectoryCooperative, readonly string[]>;
  private readonly nearIndex: NearIndex;
  /** Whose the spellings in `nearIndex` are, place by place. */
  private readonly nearOwners: readonly DirectoryCooperative[];

  constructor(readonly cooperatives: readonly DirectoryCooperative[]) {
    this.byId = new Map(cooperatives.map((cooperative) => [cooperative.id, cooperative]));
    this.byNumber = group(cooperatives, ({ registrationNumber }) => [registrationNumber]);
    this.byLastFour = group(cooperatives, ({ registrationNumber }) => [registrationNumber.slice(-4)]);
    this.byShortName = group(cooperatives, ({ shortName }) => [compact(shortName)]);
    this.byFullName = group(cooperatives, ({ fullName }) => [compact(fullName)]);
    this.byAlias = group(cooperatives, ({ aliases }) => aliases.map(compact));
    this.keys = new Map(cooperatives.map((cooperative) => [cooperative, matchKeysOf(cooperative)]));
    this.byKey = group(cooperatives, (each) => this.keysOf(each));
    this.byShortForm = group(cooperatives, (each) => this.keysOf(each).flatMap(shortForms));
    this.spelt = new Map(cooperatives.map((cooperative) => [cooperative, spellingsOf(cooperative)]));
    this.nearOwners = cooperatives.flatMap((each) => this.spellingsOf(each).map(() => each));
    this.nearIndex = new NearIndex(cooperatives.flatMap((each) => this.spellingsOf(each)));
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

  /** The match keys of all names registered for a cooperative. */
  keysOf(cooperative: DirectoryCooperative): readonly string[] {
    return this.keys.get(cooperative) ?? [];
  }

  /** The spellings against which slips are measured; the match keys are among them. */
  spellingsOf(cooperative: DirectoryCooperative): readonly string[] {
    return this.spelt.get(cooperative) ?? [];
  }

  /** Whether any cooperative has this match key, by its names or a usual short form. */
  knowsKey(key: string): boolean {
    return this.byKey.has(key) || this.byShortForm.has(key);
  }

  /** Who carries this name, or a mere variant of it, letter by letter: only the best reason's cooperatives. */
  named(text: string): readonly DirectoryMatch[] {
    const written = compact(text);
    const byName = this.byShortName.get(written) ?? this.byShortName.get(unmarked(written));
    if (byName) return all(byName, 'short_name');
    const byFullName = this.byFullName.get(written);
    if (byFullName) return all(byFullName, 'full_name');
    const byAlias = this.byAlias.get(written);
    if (byAlias) return all(byAlias, 'alias');
    const key = matchKey(written);
    const byKey = this.byKey.get(key);
    return byKey ? all(byKey, 'name_variant') : all(this.byShortForm.get(key) ?? [], 'short_form');
  }

  /** Who carries a name one or two letters away, nearest first. */
  nearly(text: string): readonly DirectoryMatch[] {
    const nearest = new Map<string, DirectoryMatch>();
    for (const spelling of spellings(text)) {
      for (const { position, edits } of this.nearIndex.near(spelling)) {
        const cooperative = this.nearOwners[position]!;
        if (edits >= (nearest.get(cooperative.id)?.edits ?? Infinity)) continue;
        nearest.set(cooperative.id, { cooperative, reason: 'near_miss', edits });
      }
    }
    return [...nearest.values()].sort((a, b) => a.edits - b.edits);
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
  return text.startsWith('สอ.') ? text.slice('สอ.'.length) : text;
}

function all(cooperatives: readonly DirectoryCooperative[], reason: MatchReason): DirectoryMatch[] {
  return cooperatives.map((cooperative) => ({ cooperative, reason, edits: 0 }));
}

/** The keys of a cooperative's own names; its aliases are as good as its names. */
function matchKeysOf({ fullName, shortName, aliases }: DirectoryCooperative): string[] {
  return [...new Set([fullName, shortName, ...aliases].map(matchKey))].filter((key) => key !== '');
}

function spellingsOf({ fullName, shortName, aliases }: DirectoryCooperative): string[] {
  return [...new Set([fullName, shortName, ...aliases].flatMap(spellings))];
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
