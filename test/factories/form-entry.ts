import type { FormEntry, ScriptWorld } from '../setup/apps-script.js';
import { answersOf, momentOf, questions, type Answers } from './form-response.js';

/** The n-th answer as a form keeps it. */
export const entry = (n: number, changes: Answers = {}, more: Partial<FormEntry> = {}): FormEntry => {
  const given = Object.entries(answersOf(n, changes)).filter(([, answer]) => answer !== '');
  const answers = Object.fromEntries(
    given.map(([key, answer]) => [questions[key as keyof typeof questions], answer]),
  );
  return { id: `2_ABaOnud-${n}`, at: momentOf(n), answers, ...more };
};
/** More than one request may hold. */
export const tooLarge = (n: number): FormEntry =>
  entry(n, {}, { answers: { ...entry(n).answers, [questions.goods]: 'ก'.repeat(400_000) } });
/** Names of the script's properties. */
export const keysOf = ({ properties }: ScriptWorld, prefix: string) =>
  Object.keys(properties).filter((key) => key.startsWith(prefix));
