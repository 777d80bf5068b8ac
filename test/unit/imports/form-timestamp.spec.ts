import fc from 'fast-check';
import { readTimestamp } from '../../../src/imports/reading/form-timestamp.js';

describe('the time of an answer', () => {
  it.each([
    ['4/8/2021, 18:34:26', '2021-08-04T11:34:26.000Z'],
    ['4/8/2564, 18:34:26', '2021-08-04T11:34:26.000Z'],
    ['๔/๘/๒๕๖๔, ๑๘:๓๔:๒๖', '2021-08-04T11:34:26.000Z'],
    ['04/08/2021 18:34', '2021-08-04T11:34:00.000Z'],
    ['5/8/2021, 0:01:57', '2021-08-04T17:01:57.000Z'],
    ['4-8-2021 06:34:26 PM', '2021-08-04T11:34:26.000Z'],
    ['2021/08/04 6:34:26 หลังเที่ยง GMT+7', '2021-08-04T11:34:26.000Z'],
    ['2021/08/04 12:00:00 ก่อนเที่ยง GMT+7', '2021-08-03T17:00:00.000Z'],
    ['2021/08/04 12:00:00 หลังเที่ยง GMT+7', '2021-08-04T05:00:00.000Z'],
    ['2021-08-04T18:34:26.5+07:00', '2021-08-04T11:34:26.500Z'],
    ['2021-08-04T11:34:26Z', '2021-08-04T11:34:26.000Z'],
    ['2564-08-04 18:34', '2021-08-04T11:34:00.000Z'],
    ['4/8/2021', '2021-08-03T17:00:00.000Z'],
    ['4 ส.ค. 2564 18:34 น.', '2021-08-04T11:34:00.000Z'],
    ['4 สิงหาคม พ.ศ. 2564 เวลา 18.34 น.', '2021-08-04T11:34:00.000Z'],
    ['4 Aug 2021 18:34', '2021-08-04T11:34:00.000Z'],
    ['44412.774', '2021-08-04T11:34:34.000Z'],
    ['29/2/2567, 1:00:00', '2024-02-28T18:00:00.000Z'],
    [' 4/8/2021,\u00a018:34:26 ', '2021-08-04T11:34:26.000Z'],
  ])('%s is %s', (text, at) => expect(readTimestamp(text)).toEqual({ value: at }));

  it.each([
    ['8/14/2021, 18:34:26', 'TIMESTAMP_IMPOSSIBLE', '14/8/2021'],
    ['29/2/2566, 1:00:00', 'TIMESTAMP_IMPOSSIBLE', undefined],
    ['4/8/2021, 25:00:00', 'TIMESTAMP_IMPOSSIBLE', undefined],
    ['4/8/1921', 'TIMESTAMP_IMPOSSIBLE', undefined],
    ['4/8/3107', 'TIMESTAMP_IMPOSSIBLE', undefined],
    ['4/8/64', 'TIMESTAMP_UNREADABLE', undefined],
    ['เมื่อวาน', 'TIMESTAMP_UNREADABLE', undefined],
    ['2021-08-04T18:34:26 soon', 'TIMESTAMP_UNREADABLE', undefined],
  ])('%s is doubtful: %s', (text, code, suggestion) => {
    expect(readTimestamp(text)).toEqual({ finding: expect.objectContaining({ code, severity: 'warning' }) });
    expect(readTimestamp(text).finding?.suggestion).toBe(suggestion);
  });

  it('reads what any Thai form would write, in both eras (property)', () => {
    const moment = fc.date({ min: new Date('2000-01-02'), max: new Date('2099-12-30'), noInvalidDate: true });
    fc.assert(
      fc.property(moment, fc.boolean(), (date, buddhist) => {
        const iso = new Date(Math.floor(date.getTime() / 1000) * 1000).toISOString();
        const local = new Date(Date.parse(iso) + 7 * 3_600_000);
        const year = local.getUTCFullYear() + (buddhist ? 543 : 0);
        const text = `${local.getUTCDate()}/${local.getUTCMonth() + 1}/${year}, ${local.toISOString().slice(11, 19)}`;
        expect(readTimestamp(text)).toEqual({ value: iso });
      }),
    );
  });
});
