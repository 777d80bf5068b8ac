/** Work that can be done a little at a time, so that nobody else has to wait: making a table of ขาย, ซื้อ and 5,000 more. */

/** Goes on at each call of `next`; a step takes a millisecond or two. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Does all steps now. */
export function finished<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
