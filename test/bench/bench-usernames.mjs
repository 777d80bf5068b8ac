/**
 * Judging usernames beside the least anybody could do: NFC and one regular expression. Prints the ratio for right
 * usernames and how long wrong ones take, in CPU time. Run after `npm run build`.
 */
import { composeUsername } from '../../dist/src/usernames/username.js';
import { validateUsername } from '../../dist/src/usernames/validate-username.js';
import { sampleDirectory } from '../accuracy/usernames.mjs';

const LIMIT = { nicknameMax: undefined, nicknameUnit: 'utf16' };
const FLOOR = /^(?:NE|[NSEWABC])[0-9]{4}[\u0e00-\u0e7fA-Za-z0-9]+สอ\.\S+$/;
const ROUNDS = 7;
const CALLS = 50_000;

const directory = sampleDirectory();
const names = ['สมชาย', 'สมหญิง', 'ออมทรัพย์ใจดี', 'มานี', 'คำสอน', 'อภิชาติพงศ์', 'John'];
const right = directory.cooperatives.flatMap((cooperative) =>
  names.map((name) => composeUsername(cooperative, name)),
);
const judge = (text) => validateUsername(text, directory, LIMIT);
const works = {
  floor: [right, (text) => FLOOR.test(text.normalize('NFC').trim())],
  right: [right, judge],
  'marker without stop': [right.map((text) => text.replace('สอ.', ' สอ ')), judge],
  'slip in the cooperative': [right.map((text) => text.slice(0, -3) + text.slice(-2)), judge],
  'no marker, wrong number': [right.map((text) => text.replace('สอ.', '').replace(/\d{4}/, '9999')), judge],
  'nothing but markers': [['สอ.'.repeat(66)], judge],
};

const measured = Object.fromEntries(Object.keys(works).map((name) => [name, []]));
for (let round = 0; round <= ROUNDS; round++) {
  for (const [name, [texts, work]] of Object.entries(works)) {
    const calls = name === 'floor' || name === 'right' ? CALLS : CALLS / 50;
    const start = process.cpuUsage().user;
    for (let i = 0; i < calls; i++) work(texts[i % texts.length]);
    if (round > 0) measured[name].push((process.cpuUsage().user - start) / calls);
  }
}
const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
const floor = median(measured.floor);
console.table(
  Object.entries(measured).map(([what, times]) => ({
    what,
    'µs each': median(times).toFixed(2),
    'speed against the floor': (floor / median(times)).toFixed(3),
  })),
);
