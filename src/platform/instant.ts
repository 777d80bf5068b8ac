export const daySeconds = 86_400;

/** `instant` moved by so many seconds (earlier if negative), in the form of `Clock`. */
export const plusSeconds = (instant: string, seconds: number): string =>
  new Date(Date.parse(instant) + seconds * 1_000).toISOString();
