/**
 * A proposed username with what its seller should know: that the plain name is taken (so ออมทรัพย์ becomes
 * ออมทรัพย์ใจดี), that the name can be read in two ways, that the cooperative has left.
 */
import type { Cooperative } from '../cooperatives/cooperative.js';
import type { Message } from '../platform/message.js';
import type { ReadPerson } from './typed-person.js';
import { cooperativeView } from './username-view.js';
import type { GeneratedUsernameDto, UsernameWarningDto } from './usernames.dto.js';
import type { UsernameVerdict } from './validate-username.js';

export interface Proposal {
  username: string;
  /** What validating the username says. */
  verdict: UsernameVerdict;
  /** Lower rungs of the ladder that somebody holds. */
  taken: readonly string[];
  alternatives: string[];
  person: ReadPerson;
  cooperative: Cooperative;
}

export function proposalView(proposal: Proposal): GeneratedUsernameDto {
  const { username, verdict, alternatives, cooperative, person } = proposal;
  const { title, firstName, lastName, doubtful, readings } = person;
  return {
    username,
    available: true,
    person: { title, firstName, lastName, doubtful, readings },
    cooperative: cooperativeView(cooperative),
    segments: verdict.segments,
    length: verdict.length,
    displayName: verdict.displayName ?? null,
    alternatives,
    warnings: warningsOf(proposal),
  };
}

function warningsOf({ verdict, taken, person, cooperative }: Proposal): UsernameWarningDto[] {
  const warnings: UsernameWarningDto[] = verdict.issues.map(({ code, message }) => ({ code, message }));
  if (person.doubtful) warnings.push({ code: 'DOUBTFUL_NAME', message: DOUBTFUL_NAME });
  if (taken.length > 0) warnings.push({ code: 'USERNAME_TAKEN', message: takenMessage(taken) });
  if (cooperative.status !== 'active')
    warnings.push({ code: 'COOPERATIVE_INACTIVE', message: COOPERATIVE_INACTIVE });
  return warnings;
}

const DOUBTFUL_NAME: Message = {
  th: 'คำนำหน้าหรือชื่ออ่านได้ไม่แน่ชัด กรุณาเลือกจาก readings แล้วส่งเป็น title, firstName และ lastName',
  en: 'Title or name is not sure; choose from readings and send title, firstName and lastName.',
};
const COOPERATIVE_INACTIVE: Message = {
  th: 'สหกรณ์นี้ไม่ได้เป็นสมาชิกแล้ว จึงลงทะเบียนผู้ขายใหม่ไม่ได้',
  en: 'This cooperative is no longer a member, so no new seller can register with it.',
};

function takenMessage(taken: readonly string[]): Message {
  return {
    th: `มีผู้ได้รับชื่อนี้แล้ว: ${taken.join(', ')} จึงเสนอชื่อถัดไป`,
    en: `Somebody holds ${taken.join(', ')} already, so the next name is proposed.`,
  };
}
