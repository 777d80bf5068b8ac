/** Why an appeal cannot be filed or heard, for the documents: พ้นกำหนด หรือผู้พิจารณาเป็นผู้วินิจฉัยเดิม */
const line = (status: number, code: string, th: string, en: string) => ({ status, code, when: { th, en } });

export const appealErrors = {
  filing: [
    line(409, 'APPEAL_OF_DISMISSAL', 'คำวินิจฉัยไม่ได้ลงโทษใคร', 'The decision dismissed the case.'),
    line(409, 'APPEAL_OPEN', 'กำลังพิจารณาอุทธรณ์อยู่แล้ว', 'An appeal is being heard.'),
    line(409, 'APPEAL_SUCCEEDED_BEFORE', 'คำวินิจฉัยถูกกลับหรือแก้ไขแล้ว', 'It was overturned or modified before.'),
    line(409, 'APPEALS_EXHAUSTED', 'อุทธรณ์ครบสองครั้งแล้ว', 'Two appeals were heard.'),
    line(409, 'APPEAL_NEEDS_NEW_EVIDENCE', 'ครั้งที่สองต้องมีหลักฐานใหม่', 'A second appeal needs new evidence.'),
    line(409, 'APPEAL_TOO_LATE', 'พ้นกำหนด 20 วัน ดู until', 'The 20 days are over; see until.'),
  ],
  hearing: [
    line(403, 'REVIEWER_IS_DECIDER', 'ท่านเป็นผู้วินิจฉัยเดิม', 'You made or confirmed the decision.'),
    line(403, 'REVIEWER_NOT_A_PERSON', 'ต้องเป็นเจ้าหน้าที่ที่เข้าสู่ระบบ', 'A member of staff has to.'),
    line(409, 'APPEAL_CLAIMED', 'ผู้อื่นรับพิจารณาอยู่', 'Another moderator hears it.'),
    line(409, 'APPEAL_WRONG_STATUS', 'สถานะไม่ใช่ขั้นตอนนี้', 'The status does not allow it.'),
    line(409, 'APPEAL_CHANGES_NOTHING', 'ผลใหม่เหมือนเดิมทุกอย่าง', 'The new finding is the old one.'),
    line(409, 'APPEAL_WOULD_WORSEN', 'ผลจะหนักกว่าเดิม', 'The result would be worse.'),
  ],
};
