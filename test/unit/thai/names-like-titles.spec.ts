import { beginsLikeTitledName } from '../../../src/thai/names-like-titles.js';
import { titleBefore } from '../../../src/usernames/seller-title.js';

const names = ['คุณวุฒิ', 'คุณกร', 'คุณดร', 'คุณภัทร', 'คุณภาพ', 'คุณเดช', 'นางนวล', 'นายช่าง', 'นพรัตน์'];

describe('beginsLikeTitledName', () => {
  it.each(names)('knows %s with a surname glued to it', (name) => {
    expect(beginsLikeTitledName(name)).toBe(true);
    expect(beginsLikeTitledName(`${name}สุขใจ`)).toBe(true);
    expect(titleBefore(`${name}สุขใจ`)).toBeUndefined();
    expect(titleBefore(`${name}สุขใจ2`)).toBeUndefined();
  });

  it.each([
    ['คุณกรรณิการ์', 'คุณ'],
    ['นายสมชายสุขใจ', 'นาย'],
    ['นางสาวมาลีสุขใจ', 'นางสาว'],
  ])('leaves %s its title %s where the rest is a common name', (text, title) => {
    expect(titleBefore(text)).toBe(title);
  });
});
