import { ApiProperty } from '@nestjs/swagger';
import {
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Length,
  MaxLength,
  Min,
  ArrayMaxSize,
  ArrayMinSize,
} from 'class-validator';
import { NullIsOmitted } from '../platform/http/omittable.js';
import { PageQuery } from '../platform/http/page.dto.js';
import { MessageDto } from '../platform/http/problem.dto.js';
import { likenesses, type Likeness } from '../sellers/likeness.js';
import { UsernameIssueDto } from '../usernames/usernames.dto.js';
import { rosterVerdicts, type RosterVerdict } from './roster-verdict.js';

export class RosterAuditRequestDto {
  /**
   * รายชื่อสมาชิกที่คัดลอกจาก OpenChat หนึ่งชื่อต่อบรรทัด ไม่เกิน 5,000 ชื่อ · the pasted member list, one nickname a line
   * @example "A1650ออมทรัพย์สอ.อยู่ดีกินดี\na1650 มะลิ สอ อยู่ดีกินดี\nร้านป้าแดง"
   */
  @IsString()
  @Length(1, 900_000)
  text: string;

  /** เป็นรายชื่อครบทั้งกลุ่ม ผู้ที่ไม่อยู่ในรายชื่อจะถือว่าไม่อยู่ในกลุ่ม · the whole list: who is not on it is not in the group */
  @NullIsOmitted()
  @IsBoolean()
  complete?: boolean;

  /**
   * หมายเหตุ · a note
   * @example ตรวจประจำเดือนพฤศจิกายน
   */
  @NullIsOmitted()
  @IsString()
  @MaxLength(200)
  note?: string;
}

export class RosterCountDto {
  @ApiProperty({ enum: rosterVerdicts })
  verdict: RosterVerdict;
  /** ความหมายและสิ่งที่ควรทำ · what it means and what to do */
  advice: MessageDto;
  @ApiProperty({ type: 'integer' })
  count: number;
}

export class RosterActionDto {
  /** @example tasks */
  action: string;
  method: string;
  path: string;
  requires: string;
  consequence: MessageDto;
}

export class RosterAuditDto {
  id: string;
  note: string | null;
  complete: boolean;
  /** จำนวนชื่อในรายการ · nicknames on the list */
  @ApiProperty({ type: 'integer' })
  members: number;
  /** จำนวนของแต่ละผล · how many of each verdict */
  counts: RosterCountDto[];
  /** ผู้ขายที่ใช้งานอยู่แต่ไม่อยู่ในรายชื่อ · active sellers not on the list */
  @ApiProperty({ type: 'integer' })
  missing: number;
  /** บรรทัดที่ยาวเกินกว่าจะเป็นชื่อ · lines too long to be a nickname; only in the answer to the audit itself */
  @ApiProperty({ type: 'integer', isArray: true })
  unreadLines: number[];
  createdBy: string;
  createdByName: string | null;
  createdAt: string;
  /** รายชื่อถูกลบตามกำหนดแล้ว · the nicknames have been deleted since */
  expired: boolean;
  allowedActions: RosterActionDto[];
}

export class RosterEntryDto {
  /** บรรทัดในข้อความที่วาง · line of the pasted text */
  @ApiProperty({ type: 'integer' })
  line: number;
  nickname: string;
  @ApiProperty({ enum: rosterVerdicts })
  verdict: RosterVerdict;
  advice: MessageDto;
  /** พบผู้ขายจากอะไร · how the nickname leads to the person */
  @ApiProperty({ enum: likenesses, nullable: true })
  likeness: Likeness | null;
  sellerId: string | null;
  subjectId: string | null;
  /** เรื่องที่ทำให้ถูกเชิญออก · the case of the removal */
  caseId: string | null;
  /** ชื่อที่ถูกต้อง ถ้าทราบแน่ชัด · the right name, where it is known */
  shouldBe: string | null;
  issues: UsernameIssueDto[];
}

export class MissingSellerDto {
  sellerId: string;
  username: string;
  cooperativeId: string;
}

export class RosterEntriesQuery extends PageQuery {
  /**
   * exact_seller ชื่อถูกต้อง · variant_of_seller ชื่อไม่ตรง · removed_before เคยถูกเชิญออก · looks_like_seller คล้ายผู้ขาย ·
   * looks_like_administrator คล้ายผู้ดูแล · inactive_seller ไม่ได้เป็นผู้ขายแล้ว · not_registered ยังไม่ลงทะเบียน · malformed
   * รูปแบบผิด · not_a_registered_seller ไม่ใช่ผู้ขาย
   */
  @ApiProperty({ enum: rosterVerdicts, required: false })
  @IsOptional()
  @IsIn(rosterVerdicts)
  verdict?: RosterVerdict;
}

export const rosterTaskKinds = ['rename', 'remove_member'] as const;
export type RosterTaskKind = (typeof rosterTaskKinds)[number];

export class RosterTasksRequestDto {
  /** งานที่ต้องการสร้าง · which tasks to make: rename ขอเปลี่ยนชื่อ · remove_member เชิญออก */
  @ApiProperty({ enum: rosterTaskKinds, isArray: true, example: ['rename', 'remove_member'] })
  @IsArray()
  @IsIn(rosterTaskKinds, { each: true })
  @ArrayMinSize(1)
  @ArrayMaxSize(2)
  kinds: RosterTaskKind[];

  /** เฉพาะบรรทัดเหล่านี้ ไม่ระบุคือทุกบรรทัด · only these lines; all of them if left out */
  @ApiProperty({ type: 'integer', isArray: true, required: false, example: [2] })
  @NullIsOmitted()
  @IsArray()
  @ArrayMaxSize(5000)
  @IsInt({ each: true })
  @Min(1, { each: true })
  lines?: number[];
}

export class RosterTasksDto {
  /** งานที่สร้าง · tasks made now */
  created: string[];
  /** มีงานแบบเดียวกันเปิดอยู่แล้ว · lines for which such a task is open already */
  @ApiProperty({ type: 'integer', isArray: true })
  alreadyOpen: number[];
}

export class SellerPresenceDto {
  sellerId: string;
  /** พบในกลุ่มหรือไม่ null คือยังไม่เคยตรวจ · seen in the group; null if nobody has looked */
  present: boolean | null;
  observedAt: string | null;
  auditId: string | null;
}
