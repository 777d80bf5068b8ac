import type { Message } from '../platform/message.js';

/** The id of a form, as Google's forms have it; one rule for every door, so that file and push mean the same form. */
export const formIdPattern = /^[A-Za-z0-9_-]{1,64}$/;

/** What a text is told that is no id of a form. */
export const notAFormId: { code: string; message: Message } = {
  code: 'FORM_ID_INVALID',
  message: {
    th: 'รหัสแบบฟอร์มมีเฉพาะ A-Z a-z 0-9 - และ _ ไม่เกิน 64 ตัวอักษร ดูได้ในที่อยู่ของแบบฟอร์ม',
    en: 'The id of a form has up to 64 of A-Z, a-z, 0-9, - and _; it stands in the address of the form.',
  },
};
