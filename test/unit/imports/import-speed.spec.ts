import { progressOf, speedAfter, workBegins } from '../../../src/imports/progress/import-speed.js';
import { emptyTally } from '../../../src/imports/rows/outcome-counts.js';

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 22) + seconds * 1_000).toISOString();
const run = (created: number, speed: string | null, status: 'running' | 'queued' = 'running') => ({
  ...{ status, total: 10_000, speed },
  counts: JSON.stringify({ ...emptyTally(), created }),
});

describe('the speed of an import', () => {
  it('is unknown before the first chunk, then rows by seconds', () => {
    const begun = workBegins(at(0));
    expect(progressOf(run(0, begun), at(1))).toMatchObject({ rowsPerSecond: null, estimatedEndAt: null });
    const first = speedAfter(begun, 250, at(0.5));
    expect(progressOf(run(250, first), at(0.5))).toEqual({
      ...{ processed: 250, total: 10_000, rowsPerSecond: 500, estimatedEndAt: at(20) },
    });
  });

  it('follows changes, newer chunks weighing more', () => {
    let speed = workBegins(at(0));
    for (let n = 1; n <= 20; n++) speed = speedAfter(speed, 250, at(n * 0.5));
    for (let n = 1; n <= 30; n++) speed = speedAfter(speed, 250, at(10 + n));
    const { rowsPerSecond } = progressOf(run(9_000, speed), at(40));
    expect(rowsPerSecond).toBeGreaterThan(250);
    expect(rowsPerSecond).toBeLessThan(270);
  });

  it('does not count a pause: after it one measures anew', () => {
    const before = speedAfter(workBegins(at(0)), 250, at(0.5));
    const resumed = speedAfter(before, 250, at(600));
    expect(progressOf(run(500, resumed), at(600))).toMatchObject({ processed: 500, rowsPerSecond: null });
    const after = speedAfter(resumed, 250, at(601));
    expect(progressOf(run(750, after), at(601)).rowsPerSecond).toBe(250);
  });

  it('is nothing while nothing is at work: no chunk for long, waiting, never begun', () => {
    const speed = speedAfter(workBegins(at(0)), 250, at(0.5));
    expect(progressOf(run(250, speed), at(10)).rowsPerSecond).toBe(500);
    expect(progressOf(run(250, speed), at(16)).rowsPerSecond).toBeNull();
    expect(progressOf(run(250, speed, 'queued'), at(1)).rowsPerSecond).toBeNull();
    expect(progressOf(run(0, null), at(1)).estimatedEndAt).toBeNull();
  });
});
