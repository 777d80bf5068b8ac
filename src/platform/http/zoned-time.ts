import { applyDecorators } from '@nestjs/common';
import { IsDateString, Matches } from 'class-validator';

const rfc3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)$/;

const zoneMissing = {
  code: 'ZONE_MISSING',
  message: {
    th: 'กรุณาเขียนวันเวลาให้ครบพร้อมเขตเวลา เวลาไทยต่อท้ายด้วย +07:00 เช่น 2026-01-15T08:30:00+07:00 (ใน URL เขียน + เป็น %2B)',
    en: 'Write day, time and zone; Thai time ends with +07:00, such as 2026-01-15T08:30:00+07:00 (in a URL write + as %2B).',
  },
};

/** A moment that is the same one everywhere: without its zone, 08:30 could be seven hours off. */
export const IsZonedTime = () =>
  applyDecorators(IsDateString({ strict: true }), Matches(rfc3339, { context: zoneMissing }));
