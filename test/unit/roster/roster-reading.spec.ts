import fc from 'fast-check';
import { readRoster } from '../../../src/roster/roster-reading.js';

const nicknames = (text: string) => readRoster(text).members.map(({ nickname }) => nickname);

describe('reading a pasted member list', () => {
  it('takes one nickname a line and remembers the line', () => {
    expect(readRoster('A1650ออมทรัพย์สอ.อยู่ดีกินดี\n\nร้านป้าแดง')).toEqual({
      members: [
        { line: 1, nickname: 'A1650ออมทรัพย์สอ.อยู่ดีกินดี' },
        { line: 3, nickname: 'ร้านป้าแดง' },
      ],
      unread: [],
    });
  });

  it.each([
    ['1. ร้านป้าแดง', 'ร้านป้าแดง'],
    ['12) ร้านป้าแดง', 'ร้านป้าแดง'],
    ['- ร้านป้าแดง', 'ร้านป้าแดง'],
    ['• ร้านป้าแดง', 'ร้านป้าแดง'],
    ['มะลิ (ผู้ดูแล)', 'มะลิ'],
    ['มะลิ (You)', 'มะลิ'],
    ['  มะลิ\u00a0', 'มะลิ'],
    ['7.5 กก.', '7.5 กก.'],
    ['-มะลิ-', '-มะลิ-'],
  ])('reads %j as %j', (line, nickname) => {
    expect(nicknames(line)).toEqual([nickname]);
  });

  it.each(['สมาชิก 512', 'สมาชิก (1,024)', 'Members (5)', 'ผู้ดูแล', 'admins: 3', '\u200b\u200b', '   ', ''])(
    'finds no nickname in %j',
    (line) => {
      expect(nicknames(line)).toEqual([]);
    },
  );

  it('knows every kind of line break', () => {
    expect(nicknames('ก\r\nข\rค\u2028ง')).toEqual(['ก', 'ข', 'ค', 'ง']);
  });

  it('says which lines are too long to be a nickname', () => {
    expect(readRoster(`ก\n${'ข'.repeat(201)}\nค`)).toMatchObject({
      members: [{ line: 1 }, { line: 3 }],
      unread: [2],
    });
  });

  it('loses no line of a list of plain names', () => {
    const name = fc.stringMatching(/^[ก-ฮa-z]{1,20}$/).filter((text) => !/^(?:members?|admins?)$/.test(text));
    fc.assert(
      fc.property(fc.array(name, { maxLength: 50 }), (names) => {
        expect(nicknames(names.join('\n'))).toEqual(names);
      }),
    );
  });
});
