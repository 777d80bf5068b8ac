import { Injectable } from '@nestjs/common';
import { CooperativeDirectory } from '../cooperatives/cooperative-directory.service.js';
import type { DirectoryCooperative } from '../cooperatives/directory-index.js';
import { mayReach, type Actor } from '../platform/actor.js';
import { Invalid, type FieldError } from '../platform/errors.js';
import type { Message } from '../platform/message.js';
import { consentTextVersion, readContacts, readPerson } from './application-reading.js';
import type { Application } from './registration-rules.js';
import type { RegisterSellerDto } from './seller-input.dto.js';

const cooperativeNeeded: Message = {
  th: 'กรุณาระบุสหกรณ์ด้วย cooperativeId หรือ cooperativeRegistrationNumber อย่างใดอย่างหนึ่ง',
  en: 'Name the cooperative by either cooperativeId or cooperativeRegistrationNumber.',
};

const cooperativeUnknown: Message = {
  th: 'ไม่พบสหกรณ์นี้ในทะเบียน ค้นหาได้ที่ GET /v1/cooperatives?query=…',
  en: 'No such cooperative in the directory; look it up with GET /v1/cooperatives?query=….',
};

const cooperativeInactive: Message = {
  th: 'สหกรณ์นี้ไม่ได้เป็นสมาชิกแล้ว จึงลงทะเบียนผู้ขายใหม่ไม่ได้',
  en: 'This cooperative is no longer a member, so no new seller can register with it.',
};

/** Reads what callers of the API send into registrations in normal form. */
@Injectable()
export class Applications {
  constructor(private readonly directory: CooperativeDirectory) {}

  /** Throws Invalid with every failing field at once. */
  read(typed: RegisterSellerDto, actor: Actor): Application {
    const errors: FieldError[] = [];
    const cooperative = this.cooperativeOf(typed, actor, errors);
    const person = readPerson(typed, errors);
    const { phone, email, lineId } = readContacts(typed, errors);
    if (!cooperative || !person || errors.length > 0) throw new Invalid(errors);
    return {
      cooperative,
      title: person.title,
      firstName: person.firstName,
      lastName: person.lastName,
      doubtfulName: person.doubtful,
      phone: phone ?? undefined,
      email: email ?? undefined,
      lineId: lineId ?? undefined,
      memberNumber: typed.memberNumber,
      offerings: typed.offerings,
      consentTextVersion,
      publicListingConsent: typed.publicListingConsent ?? false,
      externalReference: typed.externalReference ?? undefined,
      source: 'api',
    };
  }

  /** A cooperative out of the caller's reach answers like one that never was. */
  private cooperativeOf(
    typed: RegisterSellerDto,
    actor: Actor,
    errors: FieldError[],
  ): DirectoryCooperative | undefined {
    const { cooperativeId, cooperativeRegistrationNumber } = typed;
    if ((cooperativeId === undefined) === (cooperativeRegistrationNumber === undefined)) {
      errors.push({ pointer: '/cooperativeId', code: 'COOPERATIVE_REQUIRED', message: cooperativeNeeded });
      return undefined;
    }
    const index = this.directory.current();
    const found = cooperativeId
      ? index.get(cooperativeId)
      : index.withNumber(cooperativeRegistrationNumber!)[0];
    const pointer = cooperativeId ? '/cooperativeId' : '/cooperativeRegistrationNumber';
    if (found && mayReach(actor, found.id)) {
      if (this.directory.get(found.id)?.status === 'active') return found;
      errors.push({ pointer, code: 'COOPERATIVE_INACTIVE', message: cooperativeInactive });
      return undefined;
    }
    errors.push({ pointer, code: 'COOPERATIVE_UNKNOWN', message: cooperativeUnknown });
    return undefined;
  }
}
