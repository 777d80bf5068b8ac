import fc from 'fast-check';
import { possibleAuthors, settleAuthors } from '../../../src/moderation/chat/chat-authors.js';
import { readDateLine } from '../../../src/moderation/chat/chat-date.js';
import { readChat } from '../../../src/moderation/chat/chat-reading.js';

const read = (text: string, known: string[] = []) =>
  settleAuthors(readChat(text), (name) => known.includes(name));

describe('a line that says the day', () => {
  it.each([
    ['2026.11.22 วันอาทิตย์'],
    ['2026.11.22 Sunday'],
    ['2026/11/22(อา.)'],
    ['2026/11/22 (Sun)'],
    ['2569/11/22(อา.)'],
    ['อา. 22/11/2026'],
    ['อา. 22/11/2569'],
    ['Sun, 11/22/2026'],
    ['Sun, 22/11/2026'],
    ['Sunday, November 22, 2026'],
    ['วันอาทิตย์ที่ 22 พฤศจิกายน 2569'],
    ['22 พ.ย. 2569'],
    ['22/11/2569'],
    ['11/22/2026'],
  ])('%s is 22 November 2026', (line) =>
    expect(readDateLine(line)).toEqual({ year: 2026, month: 11, day: 22 }),
  );

  it('goes by the weekday where day and month could be either', () => {
    expect(readDateLine('Wed, 4/2/2026')).toEqual({ year: 2026, month: 2, day: 4 });
    expect(readDateLine('Thu, 4/2/2026')).toEqual({ year: 2026, month: 4, day: 2 });
    expect(readDateLine('พ. 4/2/2569')).toEqual({ year: 2026, month: 2, day: 4 });
  });

  it.each([['Mon, 22/11/2026'], ['31/2/2569'], ['2026.13.45 วันอาทิตย์'], ['22/11/1999']])(
    '%s is not clear',
    (line) => expect(readDateLine(line)).toBe('unclear'),
  );

  it.each([['ราคา 2026 บาท'], ['โทร 081-234-5678'], ['ข้าวสาร 22/11/2569 ถุงละ 180'], ['2026'], ['']])(
    '%s is none',
    (line) => expect(readDateLine(line)).toBeUndefined(),
  );
});

describe("LINE's text file", () => {
  it('is read with times of Bangkok, stickers and pictures', () => {
    const { messages, unread, skippedLines } = read(
      [
        '\ufeff[LINE] ประวัติการแชทใน ตลาดกลาง',
        'บันทึกเมื่อ: 2026/11/22 10:00',
        '',
        '2026.11.22 วันอาทิตย์',
        '06:30\tป้าออม ของอร่อย\tสวัสดีวันอาทิตย์',
        '06:31\tป้าออม ของอร่อย\t[สติกเกอร์]',
        '06:32\tสมชาย\t[Photo]',
        '06:33\t\tสมหญิงเข้าร่วมแชท',
        '06:34\tสมชายยกเลิกการส่งข้อความ',
        '6:05 PM\tสมชาย\thttps://example.com/ร้าน',
      ].join('\r\n'),
    );
    expect(
      messages.map(({ number, author, postedAt, messageType, text }) => [
        number,
        author,
        postedAt,
        messageType,
        text,
      ]),
    ).toEqual([
      [1, 'ป้าออม ของอร่อย', '2026-11-21T23:30:00.000Z', 'text', 'สวัสดีวันอาทิตย์'],
      [2, 'ป้าออม ของอร่อย', '2026-11-21T23:31:00.000Z', 'sticker', null],
      [3, 'สมชาย', '2026-11-21T23:32:00.000Z', 'image', null],
      [4, 'สมชาย', '2026-11-22T11:05:00.000Z', 'link', 'https://example.com/ร้าน'],
    ]);
    expect(unread).toEqual([]);
    expect(skippedLines).toEqual([1, 2, 4, 8, 9]);
  });

  it('keeps texts of several lines whole, whatever their lines look like', () => {
    const text = ['น้ำพริก', '08:00 เปิดร้าน', '22/11/2569', '', 'กระปุก "ใหญ่" 60 บาท'].join('\n');
    const quoted = `"${text.replaceAll('"', '""')}"`;
    const { messages } = read(`2026.11.22 Sunday\n06:30\tก\t${quoted}\n06:31\tข\t"ดี" มาก\n06:32\tค\t"ยังไม่จบ`);
    expect(messages.map((each) => [each.author, each.text, each.firstLine, each.lastLine])).toEqual([
      ['ก', text, 2, 6],
      ['ข', '"ดี" มาก', 7, 7],
      ['ค', '"ยังไม่จบ', 8, 8],
    ]);
  });

  it('says nothing of the time where no line says the day', () => {
    const { messages, unread } = read('06:30\tก\tข้อความ\nจ. 22/11/2026\n06:31\tก\tอีกข้อความ');
    expect(messages.map(({ postedAt }) => postedAt)).toEqual([null, null]);
    expect(unread).toMatchObject([{ line: 2, reason: 'date_unclear' }]);
  });
});

describe('chat copied from the screen', () => {
  const chat = 'อา. 22/11/2569\n06:30 ป้าออม ของอร่อย ข้าวหอมมะลิ\nถุงละ 180 บาท\n\n06:31 สมชาย สนใจครับ';

  it('takes the longest name that is known', () => {
    const { messages } = read(chat, ['ป้าออม', 'ป้าออม ของอร่อย']);
    expect(messages).toMatchObject([
      { author: 'ป้าออม ของอร่อย', authorIsSure: true, text: 'ข้าวหอมมะลิ\nถุงละ 180 บาท', lastLine: 3 },
      { author: 'สมชาย', authorIsSure: false, text: 'สนใจครับ' },
    ]);
  });

  it('knows names that stand in front of tabs elsewhere', () => {
    const { messages } = read(`06:29\tป้าออม ของอร่อย\tสวัสดี\n${chat}`);
    expect(messages[1]).toMatchObject({ author: 'ป้าออม ของอร่อย', authorIsSure: true });
  });

  it('asks for every name there could be', () => {
    const names = possibleAuthors(readChat('06:30 ป้าออม ของ อร่อย').entries);
    expect(names).toEqual(['ป้าออม', 'ป้าออม ของ', 'ป้าออม ของ อร่อย']);
  });

  it.each([
    ['06:30 สมหญิง เข้าร่วม'],
    ['06:30 Somying joined the chat.'],
    ['06:30 สมหญิง ยกเลิกการส่งข้อความ'],
    ['[LINE] Chat history in market'],
    ['Saved on: 11/22/2026, 10:00'],
  ])('skips %s and says so', (line) => {
    expect(read(line)).toEqual({ messages: [], unread: [], skippedLines: [1] });
  });

  it.each([
    ['ข้อความที่ไม่มีเวลา', 'no_time'],
    ['06:30', 'no_author'],
    ['06:30 ป้าออม', 'no_text'],
  ])('lists %s as unread', (line, reason) => {
    expect(read(line)).toMatchObject({ messages: [], unread: [{ line: 1, reason }] });
  });

  it('lets a message speak of a day', () => {
    const { messages } = read('06:30 ก นัดรับของ\n22/11/2569\nที่เดิม\n06:31 ข ครับ', ['ก', 'ข']);
    expect(messages.map(({ text }) => text)).toEqual(['นัดรับของ\n22/11/2569\nที่เดิม', 'ครับ']);
  });
});

describe('any text', () => {
  const piece = fc.constantFrom(
    ...[
      '06:30',
      '\t',
      ' ',
      '"',
      '\n',
      '\r\n',
      '22/11/2569',
      'อา.',
      'ก',
      'เข้าร่วม',
      '[LINE]',
      '""',
      'Sun, 4/2/2026',
    ],
  );
  const texts = fc.oneof(
    fc.string(),
    fc.array(piece, { maxLength: 60 }).map((parts) => parts.join('')),
  );

  it('is read without loss: every line with words is a message, unread or skipped', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { messages, unread, skippedLines } = read(text);
        const lines = text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/);
        const covered = new Set(skippedLines);
        const cover = (first: number, last: number) => {
          for (let line = first; line <= last; line++) covered.add(line);
        };
        for (const { firstLine, lastLine } of messages) cover(firstLine, lastLine);
        for (const { line, lastLine } of unread) cover(line, lastLine);
        const lost = lines.flatMap((line, i) => (line.trim() === '' || covered.has(i + 1) ? [] : [i + 1]));
        expect(lost).toEqual([]);
      }),
    );
  });

  it('written as a file comes back as it was', () => {
    const word = fc.stringMatching(/^[ก-ฮa-z"]{1,8}$/);
    const message = fc.array(word, { minLength: 1, maxLength: 3 }).map((lines) => `ก${lines.join('\n')}ฮ`);
    fc.assert(
      fc.property(fc.array(fc.tuple(word, message), { maxLength: 8 }), (posts) => {
        const file = posts
          .map(([author, text]) => {
            const written = text.includes('\n') ? `"${text.replaceAll('"', '""')}"` : text;
            return `06:30\t${author}\t${written}`;
          })
          .join('\n');
        const { messages, unread } = read(file);
        expect(unread).toEqual([]);
        expect(messages.map(({ author, text }) => [author, text])).toEqual(posts);
      }),
    );
  });

  it.each([
    ['quotes without end', '06:30\tก\t"ข\n'],
    ['blanks', `06:30 ${' '.repeat(50)}ก\n`],
    ['one line', 'ก '],
    ['days', '22/11/2569\n\n'],
    ['posts', '06:30\tป้าออม\tข้าวหอมมะลิ 5 กก. 180 บาท พร้อมส่ง\n'],
    ['tabs', '\t'],
    ['lines of nothing', '06:30 ก ข\n22/11/2569\nกก\n'],
  ])('of a megabyte of %s is read at once', (_what, part) => {
    const text = part.repeat(Math.ceil(1_000_000 / part.length));
    const begin = performance.now();
    read(text);
    expect(performance.now() - begin).toBeLessThan(3_000);
  });
});
