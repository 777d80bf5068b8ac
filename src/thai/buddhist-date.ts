/** Dates as Thais write them, in the Buddhist era and by Bangkok's clock: 15 มกราคม 2569 */
const months = [
  ...['มกราคม', 'กุมภาพันธ์', 'มีนาคม', 'เมษายน', 'พฤษภาคม', 'มิถุนายน'],
  ...['กรกฎาคม', 'สิงหาคม', 'กันยายน', 'ตุลาคม', 'พฤศจิกายน', 'ธันวาคม'],
];
const bangkokAhead = 7 * 3_600_000;
const eraAhead = 543;

const inBangkok = (instant: string): Date => new Date(Date.parse(instant) + bangkokAhead);

/** `2026-01-15T03:00:00.000Z` → `15 มกราคม 2569`. */
export function buddhistDate(instant: string): string {
  const date = inBangkok(instant);
  return `${date.getUTCDate()} ${months[date.getUTCMonth()]} ${date.getUTCFullYear() + eraAhead}`;
}

/** `2026-01-15T03:00:00.000Z` → `15 มกราคม 2569 เวลา 10.00 น.` */
export function buddhistDateTime(instant: string): string {
  const date = inBangkok(instant);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${buddhistDate(instant)} เวลา ${two(date.getUTCHours())}.${two(date.getUTCMinutes())} น.`;
}

/** The same day for readers of English: `2026-01-15`. */
export const bangkokDate = (instant: string): string => inBangkok(instant).toISOString().slice(0, 10);
