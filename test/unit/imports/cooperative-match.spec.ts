import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { cooperativeMatcher } from '../../../src/imports/reading/cooperative-match.js';
import { matchIssues } from '../../../src/imports/reading/match-issues.js';
import { directory, readRow } from './form.js';

const match = cooperativeMatcher(directory);
const matchRow = (cells: Record<string, string>) => {
  const row = readRow(cells);
  return { row, found: match(row.answer.cooperativeText, row.answer.registrationNumber) };
};

describe('the cooperative of a row', () => {
  const cases: [string, string, string, string][] = [
    ['number and name', 'สหกรณ์ออมทรัพย์อยู่ดีกินดี จำกัด', '101650', 'c-101650'],
    ['name alone, in any form', 'สอ. ครูตาก', '', 'c-100801'],
    ['number alone', '', '100801', 'c-100801'],
    ['a slip that the number settles', 'สหกรณ์ออมทรัพย์ครูสุรินร์ จํากัด', '100901', 'c-100901'],
    ['one slip in a long name', 'สหกรณ์ออมทรัพย์ครูสุรินร์ จํากัด', '', 'c-100901'],
    ['the last four digits with the name', 'อยู่ดีกินดี', '1650', 'c-101650'],
    ['lost zeros with the name', 'คลองเตยใต้', '450', 'c-000450'],
    ['a slip between two, settled by the number', 'บ้านรีทอง', '101301', 'c-101301'],
    ['a number nobody can read, and a name', 'ครูตาก', 'จำไม่ได้', 'c-100801'],
    ['a slip between two', 'บ้านรีทอง', '', 'ambiguous_cooperative'],
    ['a name nobody knows', 'สหกรณ์ออมทรัพย์ดาวเคราะห์น้อย จำกัด', '', 'unknown_cooperative'],
    ['a name nobody knows beside a number', 'ดาวเคราะห์น้อย', '101650', 'unknown_cooperative'],
    ['a number that says another', 'ครูตาก', '101650', 'number_name_disagree'],
    ['a number nobody has', 'ครูตาก', '999999', 'number_name_disagree'],
    ['a number nobody has, alone', '', '999999', 'unknown_cooperative'],
    ['lost zeros alone', '', '450', 'unknown_cooperative'],
    ['last four digits that two share', '', '1650', 'ambiguous_cooperative'],
  ];
  it.each(cases)('%s', (_, name, number, expected) => {
    const { answer } = readRow({ ชื่อสหกรณ์: name, เลขทะเบียนสหกรณ์: number });
    const found = match(answer.cooperativeText, answer.registrationNumber);
    expect(found.cooperative?.id ?? found.doubt).toBe(expected);
    expect(match(answer.cooperativeText, answer.registrationNumber)).toBe(found);
  });

  it('offers what it may be', () => {
    const { candidates } = matchRow({ ชื่อสหกรณ์: 'ครูตาก', เลขทะเบียนสหกรณ์: '101650' }).found;
    expect(candidates.map((each) => [each.cooperative.id, each.reason])).toEqual([
      ['c-101650', 'registration_number'],
      ['c-100801', 'short_name'],
    ]);
  });

  it('warns of slips, lost digits and another area', () => {
    const columns = { cooperativeName: 'ชื่อสหกรณ์', registrationNumber: 'เลขทะเบียนสหกรณ์', region: 'เขตพื้นที่' };
    const warnings = (cells: Record<string, string>) => {
      const { row, found } = matchRow(cells);
      return matchIssues(row, found, columns).map(({ code, column, got, suggestion }) => [
        code,
        column,
        got,
        suggestion,
      ]);
    };
    expect(warnings({})).toEqual([]);
    expect(warnings({ ชื่อสหกรณ์: 'ครูสุรินร์', เลขทะเบียนสหกรณ์: '', เขตพื้นที่: 'ภาคใต้' })).toEqual([
      ['COOPERATIVE_NAME_VARIANT', 'ชื่อสหกรณ์', 'ครูสุรินร์', 'สหกรณ์ออมทรัพย์ครูสุรินทร์ จำกัด'],
      ['REGION_MISMATCH', 'เขตพื้นที่', 'ภาคใต้', 'NE'],
    ]);
    expect(warnings({ เลขทะเบียนสหกรณ์: '1650' })).toEqual([
      ['REGISTRATION_NUMBER_LOST_ZEROS', 'เลขทะเบียนสหกรณ์', '1650', '101650'],
    ]);
    expect(warnings({ ชื่อสหกรณ์: 'คลองเตยใต้', เลขทะเบียนสหกรณ์: '450', เขตพื้นที่: '' })).toEqual([
      ['REGISTRATION_NUMBER_LOST_ZEROS', 'เลขทะเบียนสหกรณ์', '450', '000450'],
    ]);
  });
});

describe('a matcher that remembers', () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const heapMb = () => {
    collect();
    return process.memoryUsage().heapUsed / 1_048_576;
  };

  it('keeps names, not the file they were cut from', () => {
    const before = heapMb();
    for (let n = 0; n < 200; n++) {
      const piece = `สหกรณ์ออมทรัพย์ดาวดวงที่ ${n} จำกัด,${'ก'.repeat(60_000)}`;
      match(piece.slice(0, piece.indexOf(',')), {});
    }
    expect(heapMb() - before).toBeLessThan(8);
  });
});
