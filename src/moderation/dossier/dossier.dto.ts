import { ApiProperty } from '@nestjs/swagger';
import { MessageDto } from '../../platform/http/problem.dto.js';
import { sellerStatuses, type SellerStatus } from '../../sellers/seller-status.js';
import { SellerCooperativeDto } from '../../sellers/seller.dto.js';
import { StandingDto } from '../standing/standing.dto.js';
import { SubjectRefDto } from '../subjects/subject.dto.js';
import { TextDto } from '../texts/text.dto.js';
import { storyKinds, storyTextKinds, type StoryKind, type StoryTextKind } from './dossier.js';

export class HeldUsernameDto {
  /** ลบแล้วเป็นค่าว่าง · null once erased */
  @ApiProperty({ type: 'string', nullable: true })
  username: string | null;
  givenAt: string;
}

export class DossierPersonDto {
  /** ผู้ขายในทะเบียน ถ้าทราบ · the registered seller, if known */
  @ApiProperty({ type: 'string', nullable: true })
  sellerId: string | null;
  /**
   * ชื่อสกุล เฉพาะผู้มีสิทธิ์ sellers:read · the real name, for callers with sellers:read
   * @example นายออมทรัพย์ ใจดี
   */
  @ApiProperty({ type: 'string', nullable: true })
  name: string | null;
  /** @example A1650ออมทรัพย์สอ.อยู่ดีกินดี */
  @ApiProperty({ type: 'string', nullable: true })
  username: string | null;
  @ApiProperty({ enum: sellerStatuses, nullable: true, type: String })
  status: SellerStatus | null;
  @ApiProperty({ type: SellerCooperativeDto, nullable: true })
  cooperative: SellerCooperativeDto | null;
  /** ชื่อผู้ใช้งานทั้งหมดที่เคยได้รับ เก่าสุดก่อน · every username held, the oldest first */
  usernames: HeldUsernameDto[];
  /** ชื่อที่พบในกลุ่ม · names met in the group */
  nicknames: SubjectRefDto[];
}

/** Words that belong to something that happened. */
export class StoryTextDto extends TextDto {
  /** message ข้อความในกลุ่ม · note บันทึกของผู้แจ้ง · reason เหตุผล · notice หนังสือแจ้ง · statement คำอุทธรณ์ · new_evidence หลักฐานใหม่ · reply คำชี้แจง · proof หลักฐานที่ทำแล้ว */
  @ApiProperty({ enum: storyTextKinds })
  kind: StoryTextKind;
}

export class StoryActorDto {
  /** @example staff:01JZ8Q4T6V0000000000000000 */
  actor: string;
  /** ชื่อเจ้าหน้าที่หรือแอป · name of the member of staff or program */
  @ApiProperty({ type: 'string', nullable: true })
  name: string | null;
}

/** What it is about. */
export class StoryIdsDto {
  reportId?: string;
  caseId?: string;
  decisionId?: string;
  strikeId?: string;
  sanctionId?: string;
  taskId?: string;
  appealId?: string;
  proposalId?: string;
}

export class StoryItemDto {
  at: string;
  /**
   * วันเวลาไทย พ.ศ. · the same in the Buddhist era, by Bangkok's clock
   * @example 15 มกราคม 2569 เวลา 10.00 น.
   */
  atThai: string;
  @ApiProperty({ enum: storyKinds })
  kind: StoryKind;
  sentence: MessageDto;
  ids: StoryIdsDto;
  /** ผู้ทำ · who did it; null where nobody in particular did */
  @ApiProperty({ type: StoryActorDto, nullable: true })
  who: StoryActorDto | null;
  /** ข้อความที่เกี่ยวข้อง เท่าที่ท่านอ่านได้ · words, as far as the caller may read them */
  texts: StoryTextDto[];
}

export class DossierDto {
  madeAt: string;
  /** @example 15 มกราคม 2569 เวลา 10.00 น. */
  madeAtThai: string;
  /** ผู้จัดทำ · who asked for it */
  @ApiProperty({ type: 'string', nullable: true })
  madeByName: string | null;
  person: DossierPersonDto;
  /** สถานะปัจจุบันเป็นประโยค · how they stand now, in a sentence */
  summary: MessageDto;
  standing: StandingDto;
  /** เก่าสุดก่อน ไม่เกิน 1,000 รายการล่าสุด · the oldest first, the newest 1,000 at most */
  story: StoryItemDto[];
  /** มีเรื่องก่อนหน้านี้ที่ไม่ได้แสดง · whether older things are left out */
  cut: boolean;
}
