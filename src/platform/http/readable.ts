/**
 * Text that people will read holds what people can see: NUL, tags and Hangul fillers are refused, zero-width and
 * direction marks are left out, นํ้า becomes น้ำ.
 */
import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { ValidateBy } from 'class-validator';
import { toAsciiDigits } from '../../thai/digits.js';
import { normalize } from '../../thai/normalize.js';

/** Control characters but tab and line ends, halves of characters, and letters that show nothing. */
const UNREADABLE =
  /(?![\t\n\r\u0085])\p{Cc}|\p{Cs}|[\u034f\u115f\u1160\u180e\u2061-\u2064\u206a-\u206f\u3164\uffa0\ufff9-\ufffb\u{e0000}-\u{e007f}]/u;
const ALL_UNREADABLE = new RegExp(UNREADABLE.source, 'gu');

/** For text that a reader of its own takes apart afterwards: names, telephone numbers. Nothing is changed. */
export const Readable = () =>
  ValidateBy({
    name: 'isReadable',
    validator: { validate: (value: unknown) => typeof value !== 'string' || !UNREADABLE.test(value) },
  });

/** For a name or a reference: one line, trimmed. */
export const ReadableLine = () => applyDecorators(Transform(cleaned(oneLine)), Readable());

/** For a description: several lines are welcome. */
export const ReadableText = () => applyDecorators(Transform(cleaned(normalize)), Readable());

/** Where a number is expected: ๑๐๑๖๕๐ is 101650. */
export const AsciiDigits = () => Transform(cleaned((text) => toAsciiDigits(oneLine(text))));

/** What can be seen of a text that nobody typed, such as a file's name. */
export const visible = (text: string): string => oneLine(text.replace(ALL_UNREADABLE, ''));

const oneLine = (text: string) => normalize(text).replace(/\s+/gu, ' ').trim();

const cleaned =
  (clean: (text: string) => string) =>
  ({ value }: { value: unknown }): unknown =>
    typeof value === 'string' ? clean(value) : value;
