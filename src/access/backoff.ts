/**
 * Whoever uses up their wrong tries waits, and the wait doubles each time: 1 minute, 2, 4, … at most an hour, as a
 * door that opens ever more slowly (ผิดซ้ำยิ่งต้องรอนานขึ้น).
 */
export const waitSeconds = (timesUsedUp: number): number =>
  Math.min(3600, 60 * 2 ** Math.min(6, Math.max(0, timesUsedUp - 1)));
