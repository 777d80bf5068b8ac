import { setImmediate as nextTurn } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { CooperativeDirectory } from '../cooperatives/cooperative-directory.service.js';
import { mayReach, type Actor } from '../platform/actor.js';
import { SETTINGS, type Settings } from '../platform/config/settings.js';
import { currentActor } from '../platform/request-context.js';
import type { LengthUnit } from '../thai/graphemes.js';
import { Reservations } from './reservation.service.js';
import type { NicknameLimit } from './username-length.js';
import { verdictView } from './username-view.js';
import type { UsernameVerdictDto, UsernameVerdictsDto } from './usernames.dto.js';
import { asHeld, couldBeHeldAsTyped, validateUsername, type UsernameVerdict } from './validate-username.js';

/** Usernames judged before others get their turn; the slowest text takes about a millisecond. */
const atOnce = 50;

/** Judges what people typed against the directory and against the usernames that were given. */
@Injectable()
export class UsernameJudge {
  readonly limit: NicknameLimit;

  constructor(
    private readonly directory: CooperativeDirectory,
    private readonly reservations: Reservations,
    @Inject(SETTINGS) settings: Settings,
  ) {
    const { OPENCHAT_NICKNAME_MAX: max, OPENCHAT_NICKNAME_UNIT: unit } = settings;
    this.limit = { nicknameMax: max === 0 ? undefined : max, nicknameUnit: unit as LengthUnit };
  }

  async one(username: string): Promise<UsernameVerdictDto> {
    const { results } = await this.all([username]);
    return results[0]!;
  }

  /** In order; asks the database once for all of them. */
  async all(usernames: readonly string[]): Promise<UsernameVerdictsDto> {
    const verdicts = await this.judge(usernames);
    const asked = verdicts.flatMap((verdict) => [
      ...(verdict.canonical === undefined ? [] : [verdict.canonical]),
      ...(couldBeHeldAsTyped(verdict) ? [verdict.input] : []),
    ]);
    const holders = await this.reservations.holdersOf([...new Set(asked)]);
    const actor = currentActor();
    return { results: verdicts.map((verdict) => this.view(verdict, holders, actor)) };
  }

  private async judge(usernames: readonly string[]): Promise<UsernameVerdict[]> {
    const directory = this.directory.current();
    const verdicts: UsernameVerdict[] = [];
    for (const username of usernames) {
      verdicts.push(validateUsername(username, directory, this.limit));
      if (verdicts.length % atOnce === 0) await nextTurn();
    }
    return verdicts;
  }

  private view(
    verdict: UsernameVerdict,
    holders: ReadonlyMap<string, string>,
    actor: Actor,
  ): UsernameVerdictDto {
    const reachable = verdict.cooperative !== undefined && mayReach(actor, verdict.cooperative.id);
    const asTyped = reachable && couldBeHeldAsTyped(verdict) && holders.has(verdict.input);
    const judged = asTyped ? asHeld(verdict, this.limit) : verdict;
    return verdictView(judged, reachable && judged.canonical !== undefined && holders.has(judged.canonical));
  }
}
