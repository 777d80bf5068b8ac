import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional, IsString, Length, Matches } from 'class-validator';
import { NullIsOmitted } from '../../platform/http/omittable.js';
import { PageQuery } from '../../platform/http/page.dto.js';
import { MessageDto } from '../../platform/http/problem.dto.js';
import { messageTypes, type MessageType } from '../../screening/message-type.js';
import { AllowedActionDto } from '../../sellers/seller.dto.js';
import {
  taskCauses,
  taskKinds,
  taskStatuses,
  type TaskCause,
  type TaskKind,
  type TaskStatus,
} from './task.js';

const ulid = /^[0-9A-HJKMNP-TV-Z]{26}$/;
const toBoolean = ({ value }: { value: unknown }): unknown =>
  value === 'true' ? true : value === 'false' ? false : value;

export class TasksQuery extends PageQuery {
  /** open ยังไม่มีผู้รับ · claimed มีผู้รับ · done ทำแล้ว · not_possible ทำไม่ได้ · cancelled ยกเลิก */
  @ApiProperty({ enum: taskStatuses, required: false })
  @IsOptional()
  @IsIn(taskStatuses)
  status?: TaskStatus;

  /** delete_message ลบข้อความ · remove_member เชิญออก · deliver_notice แจ้งผล · lift_ban ปลดการห้าม · invite เชิญเข้ากลุ่ม · rename ขอเปลี่ยนชื่อ */
  @ApiProperty({ enum: taskKinds, required: false })
  @IsOptional()
  @IsIn(taskKinds)
  kind?: TaskKind;

  @IsOptional()
  @Matches(ulid)
  sellerId?: string;

  @IsOptional()
  @Matches(ulid)
  subjectId?: string;

  @IsOptional()
  @Matches(ulid)
  caseId?: string;

  /** เฉพาะที่เลยกำหนดและยังไม่เสร็จ · only those past their time and not over */
  @IsOptional()
  @Transform(toBoolean)
  @IsBoolean()
  overdue?: boolean;

  /** เฉพาะที่ข้าพเจ้ารับไว้ · only those the caller has claimed */
  @IsOptional()
  @Transform(toBoolean)
  @IsBoolean()
  mine?: boolean;
}

const completions = ['done', 'not_possible'] as const;

export class CompletionDto {
  /** done ทำแล้ว · not_possible ทำไม่ได้ (ต้องบอกเหตุใน proof) */
  @ApiProperty({ enum: completions })
  @IsIn(completions)
  outcome: (typeof completions)[number];

  /**
   * หลักฐานหรือเหตุที่ทำไม่ได้ · proof, or why it was not possible
   * @example ลบข้อความแล้วเมื่อ 10.15 น.
   */
  @NullIsOmitted()
  @IsString()
  @Length(3, 2000)
  proof?: string;
}

/** Whom the task is about, and how to reach them. */
export class TaskPersonDto {
  subjectId: string | null;
  sellerId: string | null;
  /** ชื่อที่เห็นในกลุ่ม · the name seen in the group */
  nickname: string;
  /** ชื่อผู้ใช้งานที่ต้องใช้ · the name they have to carry */
  username: string | null;
  firstName: string | null;
  lastName: string | null;
  /** ปิดบังหากไม่มีสิทธิ์ sellers:read-personal · masked without that scope */
  phone: string | null;
  email: string | null;
  lineId: string | null;
}

export class ReadyMessageDto {
  /** คัดลอกไปส่งได้ทันที · ready to be sent; null if masked or erased */
  th: string | null;
  /** คำแปล ถ้ามี · the English twin where there is one */
  en: string | null;
  masked: boolean;
}

/** The message of the group that a task is about. */
export class TaskMessageDto {
  @ApiProperty({ enum: messageTypes })
  messageType: MessageType;
  postedAt: string | null;
  /** null หากปิดบัง ลบแล้ว หรือไม่มีข้อความ · null if masked, erased or without words */
  text: string | null;
  masked: boolean;
}

export class TaskDto {
  id: string;
  @ApiProperty({ enum: taskKinds })
  kind: TaskKind;
  title: MessageDto;
  @ApiProperty({ enum: taskStatuses })
  status: TaskStatus;
  person: TaskPersonDto;
  /** ทำทีละขั้น · what to do, in order */
  steps: MessageDto[];
  readyMessage: ReadyMessageDto | null;
  message: TaskMessageDto | null;
  caseId: string | null;
  @ApiProperty({ enum: taskCauses })
  causeType: TaskCause;
  /** รหัสคำวินิจฉัย การอุทธรณ์ หรือผู้ขายที่เป็นเหตุ · id of what made it necessary */
  causeId: string;
  dueAt: string | null;
  overdue: boolean;
  claimedBy: string | null;
  claimedByName: string | null;
  claimedUntil: string | null;
  doneBy: string | null;
  doneByName: string | null;
  doneAt: string | null;
  /** หลักฐาน · proof, or why it was not possible */
  proof: string | null;
  createdAt: string;
  updatedAt: string;
  @ApiProperty({ type: 'integer' })
  version: number;
  allowedActions: AllowedActionDto[];
}
