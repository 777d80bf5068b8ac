import { mendPasted } from '../../../src/platform/http/docs-pasting.js';

describe('what people paste into a body', () => {
  it.each([
    ['line breaks within quotation marks', '{\n"text": "หนึ่ง\r\nสอง\nสาม"\n}', { text: 'หนึ่ง\nสอง\nสาม' }],
    ['tabs', '{ "text": "06:30\tป้าออม" }', { text: '06:30\tป้าออม' }],
    ['escapes that are there already', '{ "text": "ก\\"ข\\n\nค" }', { text: 'ก"ข\n\nค' }],
  ])('%s become what JSON wants', (_, body, meant) => {
    expect(JSON.parse(mendPasted({ body }).body)).toEqual(meant);
  });

  it.each([
    ['right already', '{\n  "text": "ก\\nข"\n}'],
    ['wrong in another way', '{ "text": "ก\nข }'],
    ['no body of that kind', 'grant_type=password'],
  ])('goes out as it is when %s', (_, body) => {
    expect(mendPasted({ body }).body).toBe(body);
  });
});
