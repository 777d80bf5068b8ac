import { refused, type TableRefused } from './table-refused.js';
import { workbookRefused } from './workbook/workbook-refused.js';

/** How many bytes of a file's beginning tell its kind. */
export const HEAD_BYTES = 4096;

const kinds: { magic: string; at?: number; th: string; en: string }[] = [
  { magic: '89504e47', th: 'รูปภาพ (PNG)', en: 'a picture (PNG)' },
  { magic: 'ffd8ff', th: 'รูปภาพ (JPEG)', en: 'a picture (JPEG)' },
  { magic: '47494638', th: 'รูปภาพ (GIF)', en: 'a picture (GIF)' },
  { magic: '57454250', at: 8, th: 'รูปภาพ (WebP)', en: 'a picture (WebP)' },
  { magic: '66747970', at: 4, th: 'รูปภาพหรือวิดีโอ', en: 'a picture or film' },
  { magic: '25504446', th: 'เอกสาร PDF', en: 'a PDF document' },
  { magic: '504b0304', th: 'ไฟล์บีบอัด (ZIP)', en: 'an archive (ZIP)' },
  { magic: '504b0506', th: 'ไฟล์บีบอัด (ZIP)', en: 'an archive (ZIP)' },
  { magic: '1f8b', th: 'ไฟล์บีบอัด (GZIP)', en: 'an archive (GZIP)' },
  { magic: '52617221', th: 'ไฟล์บีบอัด (RAR)', en: 'an archive (RAR)' },
  { magic: '377abcaf', th: 'ไฟล์บีบอัด (7z)', en: 'an archive (7z)' },
  { magic: '7f454c46', th: 'โปรแกรม', en: 'a program' },
  { magic: '7b5c727466', th: 'เอกสาร RTF', en: 'an RTF document' },
];

/**
 * Tells by content, never by name, whether `head` (the first bytes of a file) is something other than text:
 * the refusal to answer with, or undefined.
 */
export function refuseOtherKinds(head: Buffer): TableRefused | undefined {
  if (isCompoundFile(head))
    return workbookRefused.otherKind('สมุดงาน Excel รุ่นเก่า (.xls)', 'an old Excel workbook (.xls)');
  for (const { magic, at = 0, th, en } of kinds) {
    if (head.subarray(at, at + magic.length / 2).toString('hex') === magic) return refused.notText(th, en);
  }
  // "MZ" and "BM" may well begin a header; a program or a bitmap has zero bytes soon after.
  const start = head.toString('latin1', 0, 2);
  if ((start === 'MZ' || start === 'BM') && head.subarray(2, 64).includes(0)) {
    return start === 'MZ'
      ? refused.notText('โปรแกรม', 'a program')
      : refused.notText('รูปภาพ (BMP)', 'a picture (BMP)');
  }
  const text = head
    .toString('latin1', 0, 300)
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart()
    .toLowerCase();
  if (text.startsWith('<!doctype html') || text.startsWith('<html')) return refused.webPage();
  return undefined;
}

/** XLSX is a ZIP archive of parts; whether an archive is one is told by what it contains. */
export const isArchive = (head: Buffer): boolean => /^504b0(?:304|506)/.test(head.toString('hex', 0, 4));

/** The container of old Office files, and of new ones with a password. */
export const isCompoundFile = (head: Buffer): boolean => head.toString('hex', 0, 4) === 'd0cf11e0';

const encryptedPart = Buffer.from('EncryptedPackage', 'utf16le');

/** Tells a workbook with a password from one of before 2007. */
export async function refuseCompoundFile(bytes: AsyncIterable<Uint8Array>): Promise<TableRefused> {
  let end = Buffer.alloc(0);
  for await (const piece of bytes) {
    const text = Buffer.concat([end, piece]);
    if (text.includes(encryptedPart)) return workbookRefused.encrypted();
    end = text.subarray(-encryptedPart.length);
  }
  return workbookRefused.otherKind('สมุดงาน Excel รุ่นเก่า (.xls)', 'an old Excel workbook (.xls)');
}
