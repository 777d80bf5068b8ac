import { monotonicFactory } from 'ulid';

/** A new ULID: 26 characters, grows with time within this process. */
export const newId: () => string = monotonicFactory();
