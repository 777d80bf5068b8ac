import { isOver } from './imports/import-run.js';
import type { ImportRowDto } from './imports/rows/import-rows.dto.js';
import type { ImportDto } from './imports/imports.dto.js';
import type { Message } from './platform/message.js';

/** What a finished or planned import tells the person at the terminal. */
export function importReport(run: ImportDto): string {
  const { fileName, format, encoding, counts, notices, failure } = run;
  const lines: [string, number][] = [
    ['ผู้ขายใหม่ · created', counts.created],
    ['แก้ไขข้อมูล · updated', counts.updated],
    ['ไม่เปลี่ยนแปลง · unchanged', counts.unchanged],
    ['ซ้ำในไฟล์ · duplicate', counts.duplicate],
    ['รอเจ้าหน้าที่ตรวจ · needs review', counts.needsReview],
    ['ไม่ผ่าน · rejected', counts.rejected],
    ['ข้าม · skipped', counts.skipped],
  ];
  const shown = lines
    .filter(([, count]) => count > 0)
    .map(([what, count]) => `    ${String(count).padStart(7)}  ${what}`);
  const more = run.status === 'planned' ? toConfirm(run) : [...unfinished(run), ...whatNext(run)];
  return [
    `  ${fileName} (${encoding ?? format}): ${counts.total} แถว · rows`,
    ...(failure ? inBoth(failure.message) : []),
    ...shown,
    ...notices.flatMap(({ message }) => inBoth(message)),
    ...more,
  ].join('\n');
}

const inBoth = ({ th, en }: Message): string[] => [`  ! ${th}`, `    ${en}`];

/** One line for each row of a plan. */
export const planLines = (rows: readonly ImportRowDto[]): string =>
  rows
    .map(({ row, outcome, username, reason, duplicateOf, changed, issues }) => {
      const errors = issues.filter(({ severity }) => severity === 'error').map(({ code }) => code);
      const first = duplicateOf === null ? '' : `= ${duplicateOf}`;
      const why = username ?? reason ?? (first || errors.join(', '));
      return `${String(row).padStart(9)}  ${outcome.padEnd(12)}  ${[why, ...changed].filter(Boolean).join('  ')}`;
    })
    .join('\n');

const toConfirm = ({ id, planHash }: ImportDto): string[] => [
  '  ยังไม่นำเข้า · nothing was taken in yet',
  `  ยืนยันแผน · confirm: POST /v1/imports/${id}/confirmation {"planHash":"${planHash}"}`,
];

function unfinished({ id, status, counts }: ImportDto): string[] {
  if (status === 'cancelled')
    return [
      `  ! ยกเลิกแล้ว เหลือ ${counts.waiting} แถวที่ยังไม่ทำ · cancelled, ${counts.waiting} rows were left out`,
      '    ทำต่อ: นำเข้าไฟล์เดิมอีกครั้ง · to go on: import the same file again',
    ];
  if (isOver(status)) return [];
  return [
    `  ! ยังไม่จบ เหลือ ${counts.waiting} แถว ระบบที่เปิดอยู่จะทำต่อ · ${counts.waiting} rows are left to the service`,
    `    หรือทำต่อที่นี่ · or go on here: npm run import -- --follow ${id}`,
  ];
}

function whatNext({ id, counts }: ImportDto): string[] {
  return [
    ...(counts.needsReview > 0
      ? [`  แถวที่รอตรวจ · to decide: GET /v1/imports/${id}/rows?outcome=needs_review`]
      : []),
    ...(counts.rejected > 0 ? [`  แถวที่ไม่ผ่าน · rejected: GET /v1/imports/${id}/rejected.csv`] : []),
    ...(counts.created > 0 ? [`  แจ้งผู้ขาย · tell the sellers: GET /v1/imports/${id}/usernames.csv`] : []),
  ];
}
