import { Body, Controller, Param, Query } from '@nestjs/common';
import { Endpoint } from '../platform/http/endpoint.decorator.js';
import { IfMatch } from '../platform/http/if-match.js';
import { PageQuery, type Page } from '../platform/http/page.dto.js';
import { accessErrors } from './access-errors.js';
import { ApiKeyList } from './api-key-list.service.js';
import {
  ApiKeyDto,
  ApiKeyWithSecretDto,
  CreateApiKeyDto,
  RotateApiKeyDto,
  RotatedApiKeyDto,
} from './api-keys.dto.js';
import { ApiKeys } from './api-keys.service.js';

@Controller('v1/api-keys')
export class ApiKeysController {
  constructor(
    private readonly keys: ApiKeys,
    private readonly keyList: ApiKeyList,
  ) {}

  @Endpoint({
    method: 'GET',
    scope: 'staff:manage',
    returns: ApiKeyDto,
    list: true,
    tag: 'access',
    order: 11,
    operationId: 'apiKeysList',
    summary: { th: 'รายการคีย์ของแอป', en: 'List API keys' },
  })
  list(@Query() query: PageQuery): Promise<Page<ApiKeyDto>> {
    return this.keyList.page(query);
  }

  @Endpoint({
    method: 'POST',
    scope: 'staff:manage',
    returns: ApiKeyWithSecretDto,
    idempotent: true,
    tag: 'access',
    order: 12,
    operationId: 'apiKeysCreate',
    summary: { th: 'สร้างคีย์ให้แอป', en: 'Make an API key' },
    description: {
      th: 'ตัวคีย์อยู่ใน secret แสดงครั้งนี้เท่านั้น ระบบเก็บเพียงค่าแฮช ให้สิทธิ์ได้ไม่เกินที่ตนเองมี',
      en: 'The key is in `secret`, shown only now; only a hash of it is kept. Nobody can give scopes they do not hold.',
    },
    errors: [accessErrors.beyondOwn],
    examples: {
      request: {
        form: {
          summary: 'สำหรับ Google Form · for an Apps Script',
          value: {
            name: 'ฟอร์มรับสมัครผู้ขาย',
            owner: 'ฝ่ายเทคโนโลยีสารสนเทศ ชสอ.',
            scopes: ['form-responses:write'],
          },
        },
      },
    },
  })
  create(@Body() body: CreateApiKeyDto): Promise<ApiKeyWithSecretDto> {
    return this.keys.create(body);
  }

  @Endpoint({
    method: 'GET',
    path: ':id',
    scope: 'staff:manage',
    returns: ApiKeyDto,
    tag: 'access',
    order: 13,
    operationId: 'apiKeysRead',
    summary: { th: 'ดูคีย์ของแอป', en: 'Read an API key' },
  })
  read(@Param('id') id: string): Promise<ApiKeyDto> {
    return this.keys.read(id);
  }

  @Endpoint({
    method: 'POST',
    path: ':id/rotation',
    scope: 'staff:manage',
    returns: RotatedApiKeyDto,
    location: '/v1/api-keys/{id}',
    idempotent: true,
    ifMatch: 'optional',
    tag: 'access',
    order: 14,
    operationId: 'apiKeysRotate',
    summary: { th: 'เปลี่ยนคีย์', en: 'Rotate an API key' },
    description: {
      th: 'ได้คีย์ใหม่สิทธิ์เท่าเดิมใน secret คีย์เดิมใช้ได้ต่ออีก overlapHours ชั่วโมง (0–168 ปกติ 24)',
      en: 'Gives a new key with the same scopes as `secret`; the old one stays valid for `overlapHours` (0 to 168, usually 24).',
    },
    errors: [accessErrors.beyondOwn, accessErrors.keyNotActive, accessErrors.keyRotated],
    examples: {
      request: { day: { summary: 'ซ้อนกันหนึ่งวัน · one day of overlap', value: { overlapHours: 24 } } },
    },
  })
  rotate(
    @Param('id') id: string,
    @Body() { overlapHours }: RotateApiKeyDto,
    @IfMatch() expectedVersion: number | undefined,
  ): Promise<RotatedApiKeyDto> {
    return this.keys.rotate(id, overlapHours ?? 24, expectedVersion);
  }

  @Endpoint({
    method: 'POST',
    path: ':id/revocation',
    scope: 'staff:manage',
    returns: ApiKeyDto,
    status: 200,
    idempotent: true,
    ifMatch: 'optional',
    tag: 'access',
    order: 15,
    operationId: 'apiKeysRevoke',
    summary: { th: 'ยกเลิกคีย์', en: 'Revoke an API key' },
    description: {
      th: 'มีผลทันที (เครื่องอื่นของบริการภายใน 1 วินาที) และยกเลิกแล้วเรียกคืนไม่ได้',
      en: 'Counts at once (in other copies of the service within a second) and cannot be undone.',
    },
  })
  revoke(@Param('id') id: string, @IfMatch() expectedVersion: number | undefined): Promise<ApiKeyDto> {
    return this.keys.revoke(id, expectedVersion);
  }
}
