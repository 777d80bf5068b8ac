/**
 * What evil workbooks cost everybody else: the latency of reads while bombs are being refused one after another,
 * beside the same reads on the idle service. Rounds of both take turns; the ratio of the medians is what counts.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ts from 'typescript';
import { registration } from './market.mjs';
import { quartiles, residentMb, table } from './measure.mjs';
import { startRealService } from './service-side.mjs';

const rounds = Math.max(5, Number(process.env.BENCH_ROUNDS ?? 5));
const seconds = Number(process.env.BENCH_SECONDS ?? 3);
const readsPerSecond = 200;
const folder = mkdtempSync(join(tmpdir(), 'market-bench-'));

/** The tests' own evil workbooks; they are written in TypeScript. */
async function evilWorkbooks() {
  for (const name of ['zip-file', 'workbook-file', 'evil-workbooks']) {
    const source = readFileSync(join(import.meta.dirname, `../factories/${name}.ts`), 'utf8');
    const options = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 };
    const { outputText } = ts.transpileModule(source, { compilerOptions: options });
    writeFileSync(join(folder, `${name}.js`), outputText);
  }
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  const { evilWorkbooks: evil } = await import(join(folder, 'evil-workbooks.js'));
  return evil.map(([what, make, code]) => ({ what, bytes: make(), code }));
}

async function send(service, { what, bytes, code }) {
  const body = new globalThis.FormData();
  body.set('file', new globalThis.Blob([bytes]), 'answers.xlsx');
  const answer = await fetch(`${service.url}/v1/imports`, { method: 'POST', headers: service.headers, body });
  const problem = await answer.json();
  if (answer.status !== 400 || problem.code !== code)
    throw new Error(`${what}: ${answer.status} ${problem.code} instead of ${code}`);
}

/** Milliseconds of reads sent at a steady pace, whether the one before is answered or not. */
async function readsFor(service, path) {
  const waits = [];
  const end = performance.now() + seconds * 1_000;
  for (let next = performance.now(); next < end; next += 1_000 / readsPerSecond) {
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, next - performance.now())));
    const since = performance.now();
    const reading = fetch(service.url + path, { headers: service.headers }).then(async (answer) => {
      await answer.text();
      if (answer.status !== 200) throw new Error(`A read answered ${answer.status}`);
      return performance.now() - since;
    });
    waits.push(reading);
  }
  const all = (await Promise.all(waits)).sort((a, b) => a - b);
  return { median: all[Math.floor(all.length / 2)], p99: all[Math.floor(all.length * 0.99)] };
}

const service = await startRealService(`sqlite:${join(folder, 'market.sqlite')}`, {}, [
  'sellers:read',
  'sellers:write',
  'imports:write',
]);
try {
  const evil = await evilWorkbooks();
  const headers = { ...service.headers, 'content-type': 'application/json' };
  const seller = await fetch(`${service.url}/v1/sellers`, {
    method: 'POST',
    headers,
    body: JSON.stringify(registration(1)),
  });
  const path = `/v1/sellers/${(await seller.json()).id}`;
  const results = { idle: [], attacked: [] };
  await readsFor(service, path);
  let refused = 0;
  for (let round = 0; round < rounds; round++) {
    process.stderr.write(`  round ${round + 1} of ${rounds}\n`);
    results.idle.push(await readsFor(service, path));
    let attacking = true;
    const attack = (async () => {
      for (let i = round; attacking; i++, refused++) await send(service, evil[i % evil.length]);
    })();
    results.attacked.push(await readsFor(service, path));
    attacking = false;
    await attack;
  }
  const of = (which, what) => quartiles(results[which].map((each) => each[what])).median;
  const row = (what) => [
    what,
    ...[of('idle', what).toFixed(1), of('attacked', what).toFixed(1)],
    (of('attacked', what) / of('idle', what)).toFixed(2),
  ];
  console.log(
    `\n${evil.length} evil workbooks, ${refused} refused; ${readsPerSecond} reads a second, ${rounds} rounds of ${seconds} s`,
  );
  console.log(`${Math.round(residentMb(service.pid))} MB resident at the end\n`);
  console.log(table([['read, ms', 'idle', 'attacked', 'ratio'], row('median'), row('p99')]));
} finally {
  await service.stop();
  rmSync(folder, { recursive: true, force: true });
}
