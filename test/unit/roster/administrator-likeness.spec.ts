import { looksLikeAdministrator } from '../../../src/roster/administrator-likeness.js';

const administrators = ['มาลี ผู้ช่วย', 'นก'];

describe('who passes for an administrator', () => {
  it.each([
    'แอดมิน',
    'แอดมินชสอ',
    'Admin FSCT',
    'аdmin',
    'ชสอ. ประกาศ',
    'มาลี ผู้ช่วย',
    'มาลีผู้ช่วยย',
    'นก',
    'เจ้าหน้าที่กลุ่ม',
  ])('%s does', (nickname) => {
    expect(looksLikeAdministrator(nickname, administrators)).toBe(true);
  });

  it.each(['ร้านป้าแดง', 'นกน้อย', 'มาลี', 'A1650ออมทรัพย์สอ.อยู่ดีกินดี', 'A1650มานะสอ.ตลาดกลาง'])(
    '%s does not',
    (nickname) => {
      expect(looksLikeAdministrator(nickname, administrators)).toBe(false);
    },
  );
});
