import { findProvince, PROVINCES } from '../../../src/cooperatives/provinces.js';
import { isRegionCode, regionOf, REGION_CODES, REGIONS } from '../../../src/cooperatives/regions.js';

describe('regions', () => {
  it('are the eight of the letter', () => {
    expect(REGIONS.map(({ code }) => code)).toEqual([...REGION_CODES]);
    expect(regionOf('A').name.th).toBe('กรุงเทพฯ พื้นที่ 1');
    expect(regionOf('NE').name.en).toBe('Northeastern');
  });

  it('have codes in capitals only', () => {
    expect(['N', 'NE', 'A'].every(isRegionCode)).toBe(true);
    expect(['n', 'X', '', 'EN', 'NE ', 'А' /* Cyrillic */].some(isRegionCode)).toBe(false);
  });
});

describe('provinces', () => {
  it('are 77, and for 17 of them only the federation can tell the area', () => {
    expect(PROVINCES).toHaveLength(77);
    expect(PROVINCES.filter(({ ambiguous }) => ambiguous)).toHaveLength(17);
  });

  it('propose no area for Bangkok', () => {
    expect(findProvince('กรุงเทพมหานคร')).toMatchObject({ defaultRegion: undefined, ambiguous: true });
  });

  it.each([
    ['บุรีรัมย์', 'NE', false],
    ['จังหวัดบุรีรัมย์', 'NE', false],
    ['จ. สงขลา', 'S', false],
    ['โคราช', 'NE', false],
    ['พิษณุโลก', 'N', true],
    ['นนทบุรี', 'C', true],
    ['อยุธยา', 'C', false],
  ])('%s lies by default in %s', (name, region, ambiguous) => {
    expect(findProvince(name)).toMatchObject({ defaultRegion: region, ambiguous });
  });

  it('are not guessed', () => {
    expect(findProvince('บุรีรัม')).toBeUndefined();
    expect(findProvince('')).toBeUndefined();
  });
});
