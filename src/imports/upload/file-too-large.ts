/** A file beyond what the service takes: 250 MB where 200 MB is the limit. */
import { TooLarge } from '../../platform/errors.js';

export class FileTooLarge extends TooLarge {
  constructor(megabytes: number) {
    super('UPLOAD_TOO_LARGE', {
      th: `ไฟล์ใหญ่เกิน ${megabytes} MB กรุณาแบ่งไฟล์แล้วอัปโหลดทีละส่วน`,
      en: `The file is larger than ${megabytes} MB; split it and upload the parts.`,
    });
  }
}
