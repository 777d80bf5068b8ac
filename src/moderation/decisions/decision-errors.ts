/** When a case cannot be decided, for the documents: มีคำวินิจฉัยแล้ว หรือผู้อื่นรับเรื่องอยู่ */
const line = (code: string, th: string, en: string) => ({ status: 409, code, when: { th, en } });

export const deciding = [
  line('CASE_ALREADY_DECIDED', 'เรื่องนี้มีคำวินิจฉัยแล้ว', 'The case is decided.'),
  line('CASE_CLAIMED', 'ผู้ดูแลอีกคนรับเรื่องอยู่', 'Another moderator is at work on it.'),
  line('CASE_PROPOSED', 'รอผู้ยืนยันอีกคน', 'A decision waits for a second person.'),
  line('CASE_WRONG_STATUS', 'สถานะของเรื่องวินิจฉัยไม่ได้', 'The status does not allow it.'),
  line('PREVIEW_OUTDATED', 'ข้อเท็จจริงเปลี่ยนหลังดูตัวอย่าง', 'The facts have moved since the preview.'),
];
