import { importActions } from '../../../src/imports/import-actions.js';
import { emptyTally, importCounts } from '../../../src/imports/rows/outcome-counts.js';

describe('what may be done about an import', () => {
  const counts = importCounts(3, { ...emptyTally(), created: 1, needs_review: 1, rejected: 1 });
  const offered = (more: Partial<Parameters<typeof importActions>[0]>) =>
    importActions({
      ...{ id: 'i', kind: 'file', status: 'completed', planHash: null, counts, expired: false },
      ...more,
    }).map(({ action }) => action);

  it('is what works: nothing of an expired file, nobody to tell of a plan that came to nothing', () => {
    expect(offered({})).toEqual(['review', 'groups', 'usernames', 'rejected']);
    expect(offered({ expired: true })).toEqual(['usernames']);
    expect(offered({ status: 'expired', expired: true })).toEqual([]);
    expect(offered({ status: 'planned', planHash: 'h' })).toContain('confirmation');
  });
});
