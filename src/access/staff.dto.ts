import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length, Matches, MaxLength, ValidateIf } from 'class-validator';
import { PageQuery } from '../platform/http/page.dto.js';
import { ReadableLine } from '../platform/http/readable.js';
import { accountNameFault, accountNamePattern } from './account-name.js';
import { longestPassword } from './password-rule.js';
import { roles, type Role } from './roles.js';

const statuses = ['active', 'disabled'] as const;
type Status = (typeof statuses)[number];

/** May be left out, but not be null: nothing of an account can be removed. */
const IfGiven = () => ValidateIf((_dto: object, value: unknown) => value !== undefined);

/** A member of staff with an account. */
export class StaffDto {
  /** @example "01JZ8Q4T9X2M6V5R3K7N1B0C8D" */
  id: string;
  /** @example "somchai.j" */
  username: string;
  /** @example "สมชาย ใจดี" */
  displayName: string;
  /** viewer ดูข้อมูล, registrar ทะเบียน, moderator ดูแลกลุ่ม, admin ผู้ดูแลระบบ */
  role: Role;
  /** active ใช้งานได้, disabled ระงับ */
  status: Status;
  /** รหัสผ่านยังเป็นแบบใช้ครั้งเดียว · the password is still the one-time one */
  mustChangePassword: boolean;
  /** @example "2026-01-31T03:04:05.678Z" */
  createdAt: string;
  /** @example "2026-01-31T03:04:05.678Z" */
  updatedAt: string;
  /** @example 1 */
  @ApiProperty({ type: 'integer' })
  version: number;
}

/** The same with a password that is shown this once. */
export class StaffWithSecretDto extends StaffDto {
  /**
   * รหัสผ่านใช้ครั้งเดียว แสดงครั้งนี้เท่านั้น (null เมื่อเป็นคำตอบซ้ำของ Idempotency-Key) · one-time password, shown
   * only now; null on a replay
   * @example "7h2kd-9qm4x-c0v8t-1bz6w"
   */
  secret: string | null;
}

export class StaffQuery extends PageQuery {
  /** บทบาท · role */
  @IsOptional()
  @IsIn(roles)
  role?: Role;

  /** สถานะ · status */
  @IsOptional()
  @IsIn(statuses)
  status?: Status;
}

export class CreateStaffDto {
  /**
   * อักษรละติน ตัวเลข และ . _ - @ 3–64 ตัว · Latin letters, digits and . _ - @, 3 to 64
   * @example "somchai.j"
   */
  @IsString()
  @Matches(accountNamePattern, { context: accountNameFault })
  username: string;

  /** @example "สมชาย ใจดี" */
  @IsString()
  @Length(1, 200)
  @ReadableLine()
  displayName: string;

  /** @example "registrar" */
  @IsIn(roles)
  role: Role;
}

export class ChangeStaffDto {
  /** @example "สมชาย ใจดี" */
  @IfGiven()
  @IsString()
  @Length(1, 200)
  @ReadableLine()
  displayName?: string;

  /** @example "moderator" */
  @IfGiven()
  @IsIn(roles)
  role?: Role;

  /** @example "active" */
  @IfGiven()
  @IsIn(statuses)
  status?: Status;
}

export class ChangePasswordDto {
  /** @example "7h2kd-9qm4x-c0v8t-1bz6w" */
  @IsString()
  @MaxLength(longestPassword)
  currentPassword: string;

  /**
   * อย่างน้อย 12 ตัวอักษร · 12 characters or more
   * @example "แม่น้ำมูลไหลเรื่อยๆ 2569"
   */
  @IsString()
  @MaxLength(longestPassword)
  newPassword: string;
}
