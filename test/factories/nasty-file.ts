import { cooperatives } from './cast.js';
import { formFile } from './form-file.js';

/** A generator of numbers in [0, 1) that a seed repeats. */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

const surnames = ['กล้าหาญ', 'ขจรเกียรติ', 'คงมั่น', 'จงรัก', 'ฉายแสง', 'ชาวนา', 'ดีงาม', 'ตรงไป', 'ทำดี', 'นาดี'];

/** Namesakes of one cooperative, more than a chunk of them: the ladder of usernames is climbed again and again. */
function namesakes(many: number): string[] {
  const { fullName, registrationNumber } = Object.values(cooperatives)[0]!;
  return Array.from({ length: many }, (_, n) => {
    const surname = `${surnames[n % 10]}${surnames[Math.floor(n / 10) % 10]}`;
    return [
      `${(n % 28) + 1}/11/2026, 8:${String(n % 60).padStart(2, '0')}:00`,
      `นายบุญมี ${surname}`,
      fullName,
      registrationNumber,
      `09${String(10_000_000 + n)}`,
      'อื่น ๆ',
      `ของดี ${n}`,
      'ยินยอม',
    ].join(',');
  });
}

/** Some 500 rows in an order of the seed's: repeated, edited, doubtful, refused ones, and many namesakes. */
export function nastyFile(seed: number): Buffer {
  const [header, ...rows] = formFile(380).toString('utf8').split('\r\n');
  const all = [...rows, ...namesakes(100), ...namesakes(20)];
  const random = randomOf(seed);
  for (let i = all.length - 1; i > 0; i--) {
    const other = Math.floor(random() * (i + 1));
    [all[i], all[other]] = [all[other]!, all[i]!];
  }
  return Buffer.from([header, ...all].join('\r\n'));
}
