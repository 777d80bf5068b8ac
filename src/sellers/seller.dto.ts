import { ApiProperty } from '@nestjs/swagger';
import { REGION_CODES, type RegionCode } from '../cooperatives/regions.js';
import { MessageDto } from '../platform/http/problem.dto.js';
import { OfferingDto } from './seller-input.dto.js';
import { sellerStatuses, type SellerStatus } from './seller-status.js';

export class SellerCooperativeDto {
  id: string;
  /** @example "101650" */
  registrationNumber: string;
  /** @example อยู่ดีกินดี */
  shortName: string;
  @ApiProperty({ enum: REGION_CODES })
  regionCode: RegionCode;
}

export class TextLengthDto {
  @ApiProperty({ type: 'integer' })
  utf16: number;
  @ApiProperty({ type: 'integer' })
  codePoints: number;
  @ApiProperty({ type: 'integer' })
  graphemes: number;
}

export class PendingReasonDto {
  /** @example doubtful_name */
  code: string;
  message: MessageDto;
}

export class AllowedActionDto {
  /** @example approval */
  action: string;
  /** @example POST */
  method: string;
  path: string;
  /** สิทธิ์ที่ต้องมี · scope needed */
  requires: string;
  /** ผลที่จะเกิดขึ้น · what will follow */
  consequence: MessageDto;
}

/** A seller in a list. */
export class SellerSummaryDto {
  id: string;
  /**
   * ชื่อผู้ใช้งานในกลุ่ม · the name the seller must carry; null until approved
   * @example A1650ออมทรัพย์สอ.อยู่ดีกินดี
   */
  username: string | null;
  /** ชื่อที่จะได้เมื่ออนุมัติ · what approval would give, as things stand */
  proposedUsername: string | null;
  @ApiProperty({ enum: sellerStatuses })
  status: SellerStatus;
  /** เหตุผลที่รอตรวจ · why a person must look */
  pendingReasons: PendingReasonDto[];
  statusReason: string | null;
  cooperative: SellerCooperativeDto;
  /** @example นาย */
  title: string;
  /** @example ออมทรัพย์ */
  firstName: string;
  /** @example ใจดี */
  lastName: string;
  /**
   * ปิดบังหากไม่มีสิทธิ์ sellers:read-personal · masked without that scope
   * @example 08x-xxx-5678
   */
  phone: string | null;
  email: string | null;
  lineId: string | null;
  offerings: OfferingDto[];
  publicListingConsent: boolean;
  externalReference: string | null;
  @ApiProperty({ enum: ['api', 'import'] })
  source: string;
  /** @example 2026-11-22T03:04:05.678Z */
  registeredAt: string;
  updatedAt: string;
  @ApiProperty({ type: 'integer' })
  version: number;
}

export class SellerDto extends SellerSummaryDto {
  /** ความยาวของชื่อผู้ใช้งาน · length of the username */
  length: TextLengthDto | null;
  /** สิ่งที่ผู้เรียกมีสิทธิ์ทำกับผู้ขายรายนี้ได้ตอนนี้ · what the caller may do now */
  allowedActions: AllowedActionDto[];
}

export class InvitationDto {
  /** สิ่งที่ผู้ขายต้องทำต่อไป · what the seller does next */
  nextSteps: MessageDto[];
  /** ข้อความเชิญพร้อมส่ง · the message to the seller, ready to send; null before approval */
  inviteMessage: MessageDto | null;
}

/** A seller who has to be told what comes next. */
export class InvitedSellerDto extends SellerDto {
  /** ข้อความเชิญพร้อมส่งอยู่ที่ /v1/sellers/{id}/invitation · the ready message is at that address */
  nextSteps: MessageDto[];
}
