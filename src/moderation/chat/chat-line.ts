/**
 * One line of a chat that begins with a time: "08:30<TAB>ป้าออม<TAB>ข้าวหอมมะลิ 5 กก." of LINE's text file, or "08:30 ป้าออม
 * ข้าวหอมมะลิ 5 กก." as copied from the screen.
 */
export interface TimedLine {
  hour: number;
  minute: number;
  /** Whether tabs tell name and words apart. */
  isTabbed: boolean;
  /** Only with tabs; empty for what LINE itself says. */
  author: string;
  /** Without tabs the name stands in front of it. */
  rest: string;
}

const time = /^(?:(am|pm) ?)?(\d{1,2}):(\d{2})(?: ?(am|pm|น\.))?(?:\t| +|$)/i;

/** Undefined for a line without a time in front. */
export function readTimedLine(line: string): TimedLine | undefined {
  const found = time.exec(line);
  if (!found) return undefined;
  const half = (found[1] ?? found[4] ?? '').toLowerCase();
  const [hour, minute] = [hourOf(Number(found[2]), half), Number(found[3])];
  if (hour > 23 || minute > 59) return undefined;
  const isTabbed = found[0].endsWith('\t');
  const rest = line.slice(found[0].length);
  if (!isTabbed) return { hour, minute, isTabbed, author: '', rest };
  const tab = rest.indexOf('\t');
  const author = tab < 0 ? '' : rest.slice(0, tab).trim();
  return { hour, minute, isTabbed, author, rest: tab < 0 ? rest : rest.slice(tab + 1) };
}

function hourOf(hour: number, half: string): number {
  if (half !== 'am' && half !== 'pm') return hour;
  if (hour < 1 || hour > 12) return 99;
  return (hour % 12) + (half === 'pm' ? 12 : 0);
}

/** What LINE says of itself, at the end of a line without tabs. */
const systemEndings = [
  ...['เข้าร่วม', 'เข้าร่วมแชท', 'เข้าร่วมกลุ่ม', 'เข้าร่วมโอเพนแชท', 'ออกจากแชท', 'ออกจากกลุ่ม'],
  ...['ยกเลิกการส่งข้อความ', 'ยกเลิกข้อความ', 'ลบข้อความแล้ว'],
  ...['joined the chat', 'joined the group', 'joined', 'left the chat', 'left the group'],
  ...['unsent a message', 'deleted a message'],
];
/** A name and nothing else stands in front of it. */
const longestName = 60;

/** Whether LINE says it and nobody else: เข้าร่วม, ยกเลิกการส่งข้อความ. */
export function isSystemLine({ isTabbed, author, rest }: TimedLine): boolean {
  if (isTabbed) return author === '';
  const said = rest.trim().replace(/\.$/, '').toLowerCase();
  return systemEndings.some(
    (ending) =>
      said.endsWith(ending) && said.length > ending.length && said.length - ending.length <= longestName,
  );
}

const header = /^\[LINE\]|^(?:บันทึกเมื่อ|วันที่บันทึก|Saved on|Save date)\s?:/i;

/** The head of LINE's text file. */
export const isHeaderLine = (line: string): boolean => header.test(line);
