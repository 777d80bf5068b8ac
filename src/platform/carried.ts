import { AsyncLocalStorage } from 'node:async_hooks';

/** Something carried beside the call stack, through every `await`. */
export interface Carried<T> {
  /** Undefined where nobody has set it. */
  current(): T | undefined;
  /** Runs `work`, and all that it begins, with `value`. */
  with<R>(value: T, work: () => R): R;
}

/** On Node 20 every promise copies on the value of every AsyncLocalStorage there is, so all that is carried shares one. */
const storage = new AsyncLocalStorage<readonly unknown[]>();
const nothing: readonly unknown[] = [];
let places = 0;

export function carried<T>(): Carried<T> {
  const place = places++;
  return {
    current: () => storage.getStore()?.[place] as T | undefined,
    with: (value, work) => {
      const all = [...(storage.getStore() ?? nothing)];
      all[place] = value;
      return storage.run(all, work);
    },
  };
}
