/** How many may follow imports at once; whoever comes too late asks now and then instead. ตัวอย่าง: เปิดไว้ 10 หน้าจอแล้ว */
import { TooMany, Unavailable } from '../../platform/errors.js';

const comeAgainSeconds = 30;

export const tooManyFollowers = (): Unavailable =>
  new Unavailable(
    'EVENT_STREAMS_FULL',
    {
      th: 'มีผู้ติดตามการนำเข้าพร้อมกันเต็มจำนวนแล้ว กรุณาดูความคืบหน้าที่ GET /v1/imports/{id} หรือลองใหม่ในอีกสักครู่',
      en: 'As many follow imports as this service allows; ask GET /v1/imports/{id} instead, or try again shortly.',
    },
    comeAgainSeconds,
  );

export const tooManyOfOne = (most: number): TooMany =>
  new TooMany(
    'EVENT_STREAMS_OPEN',
    {
      th: `บัญชีหรือคีย์นี้เปิดติดตามพร้อมกันครบ ${most} รายการแล้ว กรุณาปิดหน้าจอที่ไม่ใช้ หรือดูที่ GET /v1/imports/{id}`,
      en: `This account or key follows ${most} streams already; close one, or ask GET /v1/imports/{id} instead.`,
    },
    comeAgainSeconds,
  );
