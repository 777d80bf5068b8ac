import { openAsBlob } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { cpuSeconds, residentMb } from './measure.mjs';
import { registration } from './market.mjs';

const lookEveryMs = 100;

/** Uploads the file and follows the import to its end, with somebody registering beside it all the time. */
export async function importThrough(service, path, rows, databasePid) {
  const idleMb = residentMb(service.pid);
  const cpu = () => ({
    service: cpuSeconds(service.pid),
    database: databasePid ? cpuSeconds(databasePid) : 0,
  });
  const before = cpu();
  const bystander = watchBystander(service);
  const start = performance.now();
  const id = await upload(service, path);
  const uploaded = performance.now();
  const marks = [];
  for (;;) {
    const answer = await call(service, `/v1/imports/${id}`);
    const { status, counts } = await answer.json();
    const used = cpu();
    marks.push({
      ...{ at: performance.now(), row: counts.processed, mb: residentMb(service.pid) - idleMb },
      ...{ cpu: used.service + used.database, service: used.service },
    });
    if (status === 'failed') throw new Error('The import failed');
    if (status === 'completed') {
      if (counts.processed !== rows) throw new Error(`${counts.processed} rows have an outcome, not ${rows}`);
      const after = cpu();
      return {
        ...{
          counts,
          uploadSeconds: (uploaded - start) / 1_000,
          seconds: (performance.now() - start) / 1_000,
        },
        ...{ serviceCpu: after.service - before.service, databaseCpu: after.database - before.database },
        ...{ ...growth(marks, rows), bystander: await bystander.end() },
      };
    }
    await sleep(lookEveryMs);
  }
}

/** Rate, CPU time (of all, of the service alone) and memory of the first tenth of the rows against the last. */
function growth(marks, rows) {
  const reached = (row) => marks.find((mark) => mark.row >= row);
  const between = (from, to) => {
    const [a, b] = [reached(from), reached(to)];
    const many = b.row - a.row;
    const micros = (what) => ((b[what] - a[what]) * 1e6) / many;
    return { rate: (many * 1_000) / (b.at - a.at), cpu: micros('cpu'), service: micros('service') };
  };
  const [first, last] = [between(1, rows / 10), between(rows * 0.9, rows)];
  const working = marks.filter(({ row }) => row > 0);
  return {
    ...{ firstRate: first.rate, lastRate: last.rate, firstMicros: first.cpu, lastMicros: last.cpu },
    ...{ firstServiceMicros: first.service, lastServiceMicros: last.service },
    ...{ mbAt10000: reached(Math.min(rows, 10_000)).mb, mbAtEnd: working.at(-1).mb },
    peakMb: Math.max(...marks.map(({ mb }) => mb)),
    mbByTenth: Array.from({ length: 10 }, (_, tenth) => Math.round(reached(((tenth + 1) * rows) / 10).mb)),
  };
}

async function upload(service, path) {
  const body = new globalThis.FormData();
  body.append('autoConfirm', 'true');
  body.append('file', await openAsBlob(path), 'answers.csv');
  const answer = await call(service, '/v1/imports', { method: 'POST', body });
  return (await answer.json()).id;
}

/** A person who registers somebody five times a second; answers how long that took. */
function watchBystander(service) {
  const waits = [];
  let over = false;
  const run = async () => {
    for (let n = 0; !over; n++) {
      const { firstName, ...others } = registration(n);
      const json = { ...others, firstName: `${firstName}ณ`, phone: `05${String(10_000_000 + n)}` };
      const start = performance.now();
      const answer = await call(service, '/v1/sellers', { method: 'POST', json });
      await answer.arrayBuffer();
      waits.push(performance.now() - start);
      await sleep(200);
    }
  };
  const running = run();
  return {
    async end() {
      over = true;
      await running;
      waits.sort((a, b) => a - b);
      const at = (share) => waits[Math.min(waits.length - 1, Math.floor(waits.length * share))];
      return { median: at(0.5), p99: at(0.99), longest: waits.at(-1) };
    },
  };
}

async function call(service, path, { json, ...options } = {}) {
  const headers = { ...service.headers, ...(json && { 'content-type': 'application/json' }) };
  const body = json ? JSON.stringify(json) : options.body;
  const answer = await fetch(service.url + path, { ...options, headers, body });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  return answer;
}
