import type { Actor } from '../actor.js';
import { Unauthenticated } from '../errors.js';
import type { RequestContext } from '../request-context.js';

/** Turns an `Authorization` header into an actor. The real one lives in `access`; it may answer at once. */
export abstract class Authenticator {
  /**
   * @param authorization the header as sent; undefined when there is none
   * @param context the request's context; its actor is still anonymous
   * @throws Unauthenticated for missing, malformed, unknown, expired and revoked credentials alike
   */
  abstract authenticate(authorization: string | undefined, context: RequestContext): Promise<Actor> | Actor;
}

/** What every refusal of credentials says, so that none tells more than another. */
export const credentialsNeeded = (): Unauthenticated =>
  new Unauthenticated('UNAUTHENTICATED', {
    th: 'กรุณาเข้าสู่ระบบ หรือส่งคีย์ที่ใช้ได้ในหัว Authorization: Bearer …',
    en: 'Sign in, or send a valid key as Authorization: Bearer ….',
  });

/** Lets nobody in: what stands at the door as long as nobody better does. */
export class DenyEverybody extends Authenticator {
  authenticate(): Actor {
    throw credentialsNeeded();
  }
}
