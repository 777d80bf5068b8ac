import { Controller } from '@nestjs/common';
import { Endpoint } from '../platform/http/endpoint.decorator.js';
import { AliveDto, ReadyDto } from './health.dto.js';
import { Readiness } from './readiness.service.js';

@Controller()
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  @Endpoint({
    method: 'GET',
    path: 'livez',
    scope: 'public',
    metered: false,
    tag: 'health',
    order: 1,
    summary: { th: 'โปรแกรมทำงานอยู่หรือไม่', en: 'Is the process alive' },
    description: {
      th: 'ตอบ 200 เสมอเมื่อโปรแกรมยังทำงาน ไม่ตรวจฐานข้อมูลหรือระบบอื่น ใช้ตัดสินใจเริ่มโปรแกรมใหม่',
      en: 'Answers 200 as long as the process works; asks nothing outside of it. For whoever restarts it.',
    },
    returns: AliveDto,
    examples: { response: { status: 'alive' } },
  })
  alive(): AliveDto {
    return { status: 'alive' };
  }

  @Endpoint({
    method: 'GET',
    path: 'readyz',
    scope: 'public',
    metered: false,
    tag: 'health',
    order: 2,
    summary: { th: 'พร้อมรับคำขอหรือไม่', en: 'Does it take requests' },
    description: {
      th: 'ตอบ 503 เมื่อฐานข้อมูลไม่ตอบภายใน 1 วินาที หรือโปรแกรมกำลังปิด ใช้ตัดสินใจส่งคำขอมาที่เครื่องนี้',
      en: 'Answers 503 when the database does not answer within 1 s, or while stopping. For load balancers.',
    },
    returns: ReadyDto,
    examples: { response: { status: 'ready' } },
    errors: [
      {
        status: 503,
        code: 'DATABASE_UNAVAILABLE',
        when: { th: 'ฐานข้อมูลไม่ตอบ', en: 'The database does not answer.' },
      },
      {
        status: 503,
        code: 'SHUTTING_DOWN',
        when: { th: 'โปรแกรมกำลังปิด', en: 'The process is stopping.' },
      },
    ],
  })
  async ready(): Promise<ReadyDto> {
    await this.readiness.check();
    return { status: 'ready' };
  }
}
