import { Injectable } from '@nestjs/common';
import { CooperativeDirectory } from '../cooperatives/cooperative-directory.service.js';
import type { Cooperative } from '../cooperatives/cooperative.js';
import { mayReach } from '../platform/actor.js';
import { Invalid, type FieldError } from '../platform/errors.js';
import type { Message } from '../platform/message.js';
import { currentActor } from '../platform/request-context.js';
import { Reservations } from './reservation.service.js';
import { readTypedPerson, type PersonReading, type ReadPerson } from './typed-person.js';
import { UsernameJudge } from './username-judge.service.js';
import { proposalView } from './username-proposal.js';
import { composeUsername, sellerNames } from './username.js';
import type { GeneratedUsernameDto, GenerateUsernameDto } from './usernames.dto.js';
import { validateUsername } from './validate-username.js';

const COOPERATIVE_REQUIRED: Message = {
  th: 'กรุณาระบุสหกรณ์ด้วย cooperativeId หรือ cooperativeRegistrationNumber อย่างใดอย่างหนึ่ง',
  en: 'Name the cooperative by either cooperativeId or cooperativeRegistrationNumber.',
};
const COOPERATIVE_UNKNOWN: Message = {
  th: 'ไม่พบสหกรณ์นี้ในทะเบียน ค้นหาได้ที่ GET /v1/cooperatives?query=…',
  en: 'No such cooperative in the directory; look it up with GET /v1/cooperatives?query=….',
};

/** Rungs of a ladder that are looked at for the proposal and its alternatives. */
const rungsShown = 4;

/** Tells which username somebody would get, without giving it. */
@Injectable()
export class UsernameProposals {
  constructor(
    private readonly directory: CooperativeDirectory,
    private readonly reservations: Reservations,
    private readonly judge: UsernameJudge,
  ) {}

  async propose(typed: GenerateUsernameDto): Promise<GeneratedUsernameDto> {
    const errors: FieldError[] = [];
    const cooperative = this.cooperativeOf(typed, errors);
    const person = readTypedPerson(typed, errors);
    if (!cooperative || !person || errors.length > 0) throw new Invalid(errors);
    const { username, taken, alternatives } = await this.climb(cooperative, person);
    const verdict = validateUsername(username, this.directory.current(), this.judge.limit);
    return proposalView({ verdict, username, taken, alternatives, person, cooperative });
  }

  /** The first free rung, the taken ones below it, and free ones of other readings and above. */
  private async climb(cooperative: Cooperative, person: ReadPerson) {
    const [own, ...others] = person.readings.map((reading) => firstRungs(cooperative, reading));
    const holders = await this.reservations.holdersOf([...new Set([...own!, ...others.flat()])]);
    const [username] = await this.reservations.proposeAll([
      { sellerId: '', cooperative, firstName: person.firstName, lastName: person.lastName },
    ]);
    const free = [...others.flatMap((rungs) => rungs.slice(0, 1)), ...own!].filter(
      (rung) => !holders.has(rung),
    );
    const alternatives = [...new Set(free)].filter((rung) => rung !== username).slice(0, rungsShown - 1);
    return { username: username!, taken: own!.filter((rung) => holders.has(rung)), alternatives };
  }

  /** A cooperative out of the caller's reach answers like one that never was. */
  private cooperativeOf(typed: GenerateUsernameDto, errors: FieldError[]): Cooperative | undefined {
    const { cooperativeId, cooperativeRegistrationNumber: number } = typed;
    if ((cooperativeId === undefined) === (number === undefined)) {
      errors.push({ pointer: '/cooperativeId', code: 'COOPERATIVE_REQUIRED', message: COOPERATIVE_REQUIRED });
      return undefined;
    }
    const id = cooperativeId ?? this.directory.current().withNumber(number!)[0]?.id;
    if (id !== undefined && mayReach(currentActor(), id)) {
      const found = this.directory.get(id);
      if (found !== undefined) return found;
    }
    const pointer = cooperativeId === undefined ? '/cooperativeRegistrationNumber' : '/cooperativeId';
    errors.push({ pointer, code: 'COOPERATIVE_UNKNOWN', message: COOPERATIVE_UNKNOWN });
    return undefined;
  }
}

function firstRungs(cooperative: Cooperative, { firstName, lastName }: PersonReading): string[] {
  const names = sellerNames(firstName, lastName);
  return Array.from({ length: rungsShown }, () => composeUsername(cooperative, names.next().value));
}
