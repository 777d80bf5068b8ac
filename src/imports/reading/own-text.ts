/**
 * The same text with memory of its own. What is cut from a larger text, or joined of such parts, keeps the whole larger
 * one in memory: สหกรณ์ออมทรัพย์ครูตาก remembered from a file would keep 128 kB of the file with it.
 */
export const ownText = (text: string): string => Buffer.from(text, 'utf16le').toString('utf16le');
