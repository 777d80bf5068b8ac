import type { ImportDto } from './imports/imports.dto.js';

/** What a finished import tells the person at the terminal. */
export function importReport({ id, fileName, encoding, counts, notices, failure }: ImportDto): string {
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
  const more = [
    ...(counts.needsReview > 0
      ? [`  แถวที่รอตรวจ · to decide: GET /v1/imports/${id}/rows?outcome=needs_review`]
      : []),
    ...(counts.rejected > 0 ? [`  แถวที่ไม่ผ่าน · rejected: GET /v1/imports/${id}/rejected.csv`] : []),
    ...(counts.created > 0 ? [`  แจ้งผู้ขาย · tell the sellers: GET /v1/imports/${id}/usernames.csv`] : []),
  ];
  return [
    `  ${fileName} (${encoding}): ${counts.total} แถว · rows`,
    ...(failure ? [`  ! ${failure.message.th}`, `    ${failure.message.en}`] : []),
    ...[...shown, ...notices.map(({ message }) => `  ! ${message.th}`), ...more],
  ].join('\n');
}
