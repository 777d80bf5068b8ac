import { Controller } from '@nestjs/common';
import { Endpoint } from '../platform/http/endpoint.decorator.js';
import { RegionDto } from './cooperative.dto.js';
import { REGIONS } from './regions.js';

@Controller('v1/regions')
export class RegionsController {
  @Endpoint({
    ...{ method: 'GET', tag: 'cooperatives', order: 1, scope: 'cooperatives:read' },
    ...{ returns: RegionDto, list: true },
    summary: { th: 'เขตพื้นที่ทั้ง 8', en: 'The eight areas' },
  })
  list() {
    return { items: REGIONS, nextCursor: null };
  }
}
