import { inTurns } from '../../../src/platform/in-turns.js';
import { shippedLexicon } from '../../../src/screening/lexicon/shipped.js';
import { Screener } from '../../../src/screening/screener.js';
import { finished } from '../../../src/screening/steps.js';

describe('making a screener', () => {
  it('takes many steps, so that no request waits for all of them', () => {
    const steps = Screener.steps(shippedLexicon, 1);
    let count = 0;
    while (!steps.next().done) count++;
    expect(count).toBeGreaterThan(50);
  });

  it('lets others in between', async () => {
    let turns = 0;
    const counting = setInterval(() => turns++, 0);
    const screener = await inTurns(Screener.steps(shippedLexicon, 1));
    clearInterval(counting);
    expect(turns).toBeGreaterThan(1);
    expect(screener.judge({ text: 'มาคุยการเมืองกัน' })).toBe('violation');
  });

  it('gives the same at once and in turns', async () => {
    const [one, other] = [finished(steps()), await inTurns(steps())];
    expect(one).toBe(3);
    expect(other).toBe(one);
    function* steps(): Generator<undefined, number, undefined> {
      yield;
      yield;
      return 3;
    }
  });
});
