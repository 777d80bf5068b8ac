import { Body, Controller } from '@nestjs/common';
import { Endpoint } from '../platform/http/endpoint.decorator.js';
import { ScreeningResultsDto, ScreenTextsDto } from './screening.dto.js';
import { screeningExamples } from './screening.examples.js';
import { Screening } from './screening.service.js';

@Controller('v1/moderation/screenings')
export class ScreeningController {
  constructor(private readonly screening: Screening) {}

  @Endpoint({
    ...{ method: 'POST', tag: 'moderation', order: 60, scope: 'moderation:read', status: 200 },
    ...{ returns: ScreeningResultsDto, examples: { request: screeningExamples.screen } },
    summary: { th: 'ตรวจข้อความว่าอาจผิดกติกาใด', en: 'Ask which rules texts may break' },
    description: {
      th: 'เป็นเพียงข้อเสนอ ระบบไม่ดำเนินการใด ๆ และไม่เก็บข้อความ ผลเรียงตามลำดับที่ส่งมา start และ end นับตามข้อความเดิม (หน่วย UTF-16)',
      en: 'A suggestion only: nothing is done and no text is kept. Results are in the order sent; offsets are UTF-16 units of the text as sent.',
    },
  })
  async screen(@Body() { texts }: ScreenTextsDto): Promise<ScreeningResultsDto> {
    return { results: await this.screening.screen(texts.map((text) => ({ text }))) };
  }
}
