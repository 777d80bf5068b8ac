/** Numbers that say somebody sells: a price (250 บาท, ฿99, เส้นละ 890), an amount (5 กก.), a telephone (081-234-5678). */
export interface NumberSignal {
  kind: 'price' | 'amount' | 'telephone';
  start: number;
  end: number;
}

/** Every repetition is bounded, so that no text makes these slow. */
const NUMBER = '[0-9๐-๙](?:[0-9๐-๙]|[,.][0-9๐-๙]){0,11}';
const PRICE = new RegExp(
  `฿ {0,2}${NUMBER}|${NUMBER} {0,2}(?:บาท|บาn|บ\\.|บ(?![ก-๙])|฿|thb\\b|baht\\b)|${NUMBER}(?:\\.-|,-|/-|\\.–)|(?<=(?<!วัน|คน|หัว|เดือน|ปี|แ)ละ {0,2})${NUMBER}|[@=]${NUMBER}(?=\\s|$)`,
  'gi',
);
const AMOUNT = new RegExp(
  `${NUMBER} {0,2}(?:กก|ก\\.ก|กิโล|กรัม|ขีด|โล|มล|ml|kg|ลิตร|ลัง|ถุง|ขวด|กล่อง|กระปุก|แพ็?ค|ชิ้น|ตัว|ผืน|คู่|ต้น|ลูก|ฟอง|ใบ|ชุด|หวี|ซอง|แท่ง|เม็ด|แคปซูล|ไร่|ตรว|ที่นั่ง|คืน|เดือน|ซม|cm|นิ้ว|ไซส์|gb|%)`,
  'gi',
);
const TELEPHONE = /(?<![0-9])0[2-9](?:[ -]?[0-9]){7,8}(?![0-9])/g;
const DIGIT = /[0-9๐-๙]/;

export function numberSignals(text: string): NumberSignal[] {
  if (!DIGIT.test(text)) return [];
  return [
    ...found(text, TELEPHONE, 'telephone'),
    ...found(text, PRICE, 'price'),
    ...found(text, AMOUNT, 'amount'),
  ];
}

function found(text: string, pattern: RegExp, kind: NumberSignal['kind']): NumberSignal[] {
  const signals: NumberSignal[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text))
    signals.push({ kind, start: match.index, end: match.index + match[0].length });
  return signals;
}
