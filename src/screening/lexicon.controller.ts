import { Body, Controller, Header, Param, Query } from '@nestjs/common';
import { Endpoint } from '../platform/http/endpoint.decorator.js';
import { IfMatch } from '../platform/http/if-match.js';
import { PageQuery } from '../platform/http/page.dto.js';
import {
  ChangeLexiconDto,
  LexiconDto,
  LexiconPreviewDto,
  LexiconVersionDto,
  PreviewLexiconDto,
} from './lexicon.dto.js';
import { Lexicons } from './lexicon.service.js';
import { screeningExamples } from './screening.examples.js';

const readable = { method: 'GET', tag: 'moderation', scope: 'moderation:read' } as const;

@Controller('v1/moderation')
export class LexiconController {
  constructor(private readonly lexicons: Lexicons) {}

  @Endpoint({
    ...{ ...readable, path: 'lexicon', order: 61, returns: LexiconDto },
    summary: { th: 'ดูคลังคำที่ใช้ตรวจข้อความ', en: 'Read the lexicon' },
  })
  current() {
    return this.lexicons.current();
  }

  @Endpoint({
    ...{ ...readable, path: 'lexicon/versions', order: 62, returns: LexiconVersionDto, list: true },
    summary: { th: 'รุ่นของคลังคำ ใหม่สุดก่อน', en: 'Versions of the lexicon, newest first' },
  })
  list(@Query() query: PageQuery) {
    return this.lexicons.list(query);
  }

  @Endpoint({
    ...{ ...readable, path: 'lexicon/versions/:version', order: 63, returns: LexiconDto },
    summary: { th: 'ดูคลังคำรุ่นก่อน', en: 'Read the lexicon as it was' },
  })
  read(@Param('version') version: string) {
    return this.lexicons.read(version);
  }

  @Endpoint({
    ...{ method: 'PATCH', path: 'lexicon', tag: 'moderation', order: 64, scope: 'admin' },
    ...{ returns: LexiconDto, ifMatch: 'required', examples: { request: screeningExamples.change } },
    summary: { th: 'เพิ่มหรือลบคำในคลังคำ', en: 'Add and remove entries of the lexicon' },
    description: {
      th: 'ได้คลังคำรุ่นใหม่ รุ่นเดิมยังเปิดดูได้ คำที่อยู่ในคำขายของทั่วไป (เช่น ชาติ ใน รสชาติ) ไม่รับ เว้นแต่ใส่คำนั้นใน exceptions เปลี่ยนกติกาของคำเดิม ให้ระบุทั้งใน remove และ add',
      en: 'Not a merge: what is named in add comes, what is named in remove goes, the rest stays, as a new version. A term inside an everyday word (ชาติ in รสชาติ) is refused unless that word is an exception. To change an entry name it in both.',
    },
  })
  change(@Body() body: ChangeLexiconDto, @IfMatch() expectedVersion?: number) {
    return this.lexicons.change(body, expectedVersion);
  }

  @Endpoint({
    ...{ method: 'POST', path: 'lexicon/preview', tag: 'moderation', order: 65, scope: 'admin' },
    ...{ status: 200, returns: LexiconPreviewDto, examples: { request: screeningExamples.preview } },
    summary: { th: 'ลองแก้คลังคำก่อนบันทึกจริง', en: 'Try a change of the lexicon' },
    description: {
      th: 'บอกว่าข้อความใดจะได้ผลต่างไปจากเดิม โดยยังไม่เปลี่ยนคลังคำ',
      en: 'Tells which texts would be judged otherwise; changes nothing.',
    },
  })
  preview(@Body() body: PreviewLexiconDto) {
    return this.lexicons.preview(body);
  }

  @Endpoint({
    ...{ ...readable, path: 'spam-filter', order: 66, produces: 'text/plain' },
    summary: { th: 'วลีสำหรับตัวกรองสแปมของ LINE', en: 'Phrases for the spam filter of LINE' },
    description: {
      th: 'ไม่เกิน 200 วลี วลีละ 2–20 ตัวอักษร บรรทัดละวลี คัดเฉพาะคำที่ไม่ปนอยู่ในคำขายของ',
      en: 'At most 200 phrases of 2 to 20 characters, one a line; none that is part of a selling word.',
    },
  })
  @Header('Content-Type', 'text/plain; charset=utf-8')
  spamFilter() {
    return this.lexicons.spamFilter();
  }
}
