import { workbookRefused } from './workbook-refused.js';

/** What a part of a workbook says, in the order of its text. Names come without prefix: `x:row` is `row`. */
export interface XmlHandler {
  /** `attributes` is read by `attributesOf`, where it is needed. */
  open(name: string, attributes: string): void;
  /** Text in pieces, entities resolved. */
  text(text: string): void;
  close(name: string): void;
  /** Whether it wants to be emptied before it takes more. */
  full?(): boolean;
}

const LONGEST_MARKUP = 100_000;
const DEEPEST = 100;
const LONGEST_ENTITY = 12;
const LESS_THAN = 0x3c;
const SLASH = 0x2f;
const SPACE = 0x20;
const DOUBLE_QUOTE = 0x22;
const SINGLE_QUOTE = 0x27;
const skipped = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const;
type Ending = (typeof skipped)[number][1];

/**
 * Cuts XML as it comes in into tags and text, keeping no more than one tag. Tags must pair up. There are no
 * entities but XML's own five and characters by number, and a DOCTYPE is refused, so nothing grows in reading.
 */
export class XmlScanner {
  /** The handler got full: `push('')` goes on. */
  stopped = false;
  private rest = '';
  private inside: Ending | undefined;
  private begun = false;
  private readonly path: string[] = [];

  constructor(private readonly handler: XmlHandler) {}

  /** Throws `TableRefused` where the text is not sound XML. */
  push(text: string): void {
    this.rest += text;
    let at = 0;
    let next = this.step(at);
    for (; next !== at && !this.handler.full?.(); next = this.step(at)) at = next;
    this.stopped = next !== at;
    this.rest = this.rest.slice(next);
    if (!this.stopped && this.rest.length > LONGEST_MARKUP) throw workbookRefused.damaged();
  }

  end(): void {
    const whole = this.begun && this.path.length === 0 && !this.inside && this.rest.trim() === '';
    if (!whole) throw workbookRefused.damaged();
  }

  /** Where the next piece begins; `at` itself if it is not whole yet. */
  private step(at: number): number {
    if (at >= this.rest.length) return at;
    if (this.inside) return this.passTo(this.inside, at);
    if (this.rest.charCodeAt(at) !== LESS_THAN) return this.readText(at);
    const second = this.rest[at + 1];
    return second === '!' || second === '?' ? this.enter(at) : this.readTag(at);
  }

  private readText(at: number): number {
    const { rest } = this;
    const found = rest.indexOf('<', at);
    let to = found === -1 ? rest.length : found;
    if (found === -1) {
      const entity = rest.lastIndexOf('&');
      if (entity >= at && rest.length - entity < LONGEST_ENTITY) to = entity;
    }
    if (to > at && this.path.length > 0) this.handler.text(unescapeXml(rest.slice(at, to)));
    return to;
  }

  private readTag(at: number): number {
    const { rest } = this;
    const end = tagEnd(rest, at);
    if (end === -1) return at;
    if (rest.charCodeAt(at + 1) === SLASH) {
      this.leave(localName(rest.slice(at + 2, end).trimEnd()));
      return end + 1;
    }
    const empty = rest.charCodeAt(end - 1) === SLASH;
    let nameEnd = at + 1;
    while (nameEnd < end && rest.charCodeAt(nameEnd) > SPACE && rest.charCodeAt(nameEnd) !== SLASH) nameEnd++;
    const name = localName(rest.slice(at + 1, nameEnd));
    this.enterElement(name, rest.slice(nameEnd, empty ? end - 1 : end));
    if (empty) this.leave(name);
    return end + 1;
  }

  private enterElement(name: string, attributes: string): void {
    const second = this.begun && this.path.length === 0;
    if (second || name === '' || this.path.length >= DEEPEST) throw workbookRefused.damaged();
    this.begun = true;
    this.path.push(name);
    this.handler.open(name, attributes);
  }

  private leave(name: string): void {
    if (this.path.pop() !== name) throw workbookRefused.damaged();
    this.handler.close(name);
  }

  /** Comment, CDATA or instruction; anything else that begins so is a document type, which has no place here. */
  private enter(at: number): number {
    for (const [start, ending] of skipped) {
      if (!this.rest.startsWith(start, at)) continue;
      this.inside = ending;
      return at + start.length;
    }
    if (this.rest.length - at >= '<![CDATA['.length) throw workbookRefused.damaged();
    return at;
  }

  private passTo(ending: Ending, at: number): number {
    const found = this.rest.indexOf(ending, at);
    const to = found === -1 ? Math.max(at, this.rest.length - ending.length + 1) : found;
    if (ending === ']]>' && to > at) this.handler.text(this.rest.slice(at, to));
    if (found === -1) return to;
    this.inside = undefined;
    return found + ending.length;
  }
}

/** Attributes by name, without prefix; of two with one name the first. */
export function attributesOf(text: string): Partial<Record<string, string>> {
  const found: Partial<Record<string, string>> = {};
  for (let at = 0; ;) {
    const equals = text.indexOf('=', at);
    if (equals === -1) return found;
    let open = equals + 1;
    while (text[open] !== '"' && text[open] !== "'") if (++open >= text.length) return found;
    const close = text.indexOf(text[open]!, open + 1);
    if (close === -1) return found;
    const fullName = text.slice(at, equals).trim();
    const name = localName(fullName);
    if (!fullName.startsWith('xmlns')) found[name] ??= unescapeXml(text.slice(open + 1, close));
    at = close + 1;
  }
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Where the tag at `at` ends; -1 if that is not here yet. A `>` inside quotes does not end it. */
function tagEnd(text: string, at: number): number {
  let end = text.indexOf('>', at);
  let inner = at + 1;
  while (end !== -1) {
    const quote = firstQuote(text, inner, end);
    if (quote === -1) break;
    inner = text.indexOf(text[quote]!, quote + 1) + 1;
    if (inner === 0) end = -1;
    else if (inner > end) end = text.indexOf('>', inner);
  }
  const next = text.indexOf('<', at + 1);
  if (next !== -1 && (end === -1 || next < end)) throw workbookRefused.damaged();
  return end;
}

function firstQuote(text: string, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) return at;
  }
  return -1;
}

const entities: Partial<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function unescapeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&([^;&\s]{0,10});?/g, (whole, name: string) => {
    const code = /^#x[0-9a-f]+$/i.test(name)
      ? parseInt(name.slice(2), 16)
      : Number(/^#(\d+)$/.exec(name)?.[1]);
    const character = entities[name] ?? (code <= 0x10ffff ? String.fromCodePoint(code) : undefined);
    if (character === undefined || !whole.endsWith(';')) throw workbookRefused.damaged();
    return character;
  });
}
