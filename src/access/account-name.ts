/**
 * A staff user name is Latin letters, digits and `. _ - @`, 3 to 64 of them, and large or small letters are the same:
 * Somchai.J and somchai.j are one account (บัญชีเดียวกัน).
 */
export const accountNamePattern = /^[A-Za-z0-9][A-Za-z0-9._@-]{2,63}$/;

/** What is said of a name that does not fit. */
export const accountNameFault = {
  code: 'USERNAME_UNFIT',
  message: {
    th: 'ชื่อผู้ใช้ใช้ได้เฉพาะอักษรละติน ตัวเลข และ . _ - @ รวม 3–64 ตัว ขึ้นต้นด้วยอักษรหรือตัวเลข',
    en: 'A user name has 3 to 64 Latin letters, digits and . _ - @, and begins with a letter or digit.',
  },
};

/** What decides whether two user names are the same account. */
export const accountKey = (username: string): string => username.trim().toLowerCase();
