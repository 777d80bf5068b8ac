import { Body, Controller, Param, Query } from '@nestjs/common';
import { Authorization } from '../platform/http/authorization.js';
import { Endpoint } from '../platform/http/endpoint.decorator.js';
import { IfMatch } from '../platform/http/if-match.js';
import type { Page } from '../platform/http/page.dto.js';
import { accessErrors } from './access-errors.js';
import { OwnPassword } from './own-password.service.js';
import { StaffList } from './staff-list.service.js';
import { StaffPasswords } from './staff-passwords.service.js';
import {
  ChangePasswordDto,
  ChangeStaffDto,
  CreateStaffDto,
  StaffDto,
  StaffQuery,
  StaffWithSecretDto,
} from './staff.dto.js';
import { Staff } from './staff.service.js';

@Controller('v1/staff')
export class StaffController {
  constructor(
    private readonly staff: Staff,
    private readonly staffList: StaffList,
    private readonly passwords: StaffPasswords,
    private readonly ownPassword: OwnPassword,
  ) {}

  @Endpoint({
    method: 'GET',
    scope: 'staff:manage',
    returns: StaffDto,
    list: true,
    tag: 'access',
    order: 1,
    operationId: 'staffList',
    summary: { th: 'รายชื่อเจ้าหน้าที่', en: 'List staff accounts' },
  })
  list(@Query() query: StaffQuery): Promise<Page<StaffDto>> {
    return this.staffList.page(query);
  }

  @Endpoint({
    method: 'POST',
    scope: 'staff:manage',
    returns: StaffWithSecretDto,
    idempotent: true,
    tag: 'access',
    order: 2,
    operationId: 'staffCreate',
    summary: { th: 'เพิ่มเจ้าหน้าที่', en: 'Open a staff account' },
    description: {
      th: 'คำตอบมีรหัสผ่านใช้ครั้งเดียวใน secret แสดงครั้งนี้เท่านั้น กรุณาส่งให้เจ้าหน้าที่ทางช่องทางที่ปลอดภัย',
      en: 'The answer carries a one-time password as `secret`, shown only now; hand it over safely.',
    },
    errors: [accessErrors.beyondOwn, accessErrors.usernameTaken],
    examples: {
      request: {
        registrar: {
          summary: 'นายทะเบียน · a registrar',
          value: { username: 'somchai.j', displayName: 'สมชาย ใจดี', role: 'registrar' },
        },
      },
    },
  })
  create(@Body() body: CreateStaffDto): Promise<StaffWithSecretDto> {
    return this.staff.create(body);
  }

  @Endpoint({
    method: 'GET',
    path: ':id',
    scope: 'staff:manage',
    returns: StaffDto,
    tag: 'access',
    order: 3,
    operationId: 'staffRead',
    summary: { th: 'ดูบัญชีเจ้าหน้าที่', en: 'Read a staff account' },
  })
  read(@Param('id') id: string): Promise<StaffDto> {
    return this.staff.read(id);
  }

  @Endpoint({
    method: 'PATCH',
    path: ':id',
    scope: 'staff:manage',
    returns: StaffDto,
    ifMatch: 'required',
    tag: 'access',
    order: 4,
    operationId: 'staffChange',
    summary: { th: 'แก้ไขบทบาท ชื่อ หรือระงับบัญชี', en: 'Change role or name, disable or enable an account' },
    description: {
      th: 'สิทธิ์ใหม่มีผลทันที บัญชีที่ถูกระงับจะออกจากระบบทุกเครื่อง ผู้ดูแลระบบคนสุดท้ายลดสิทธิ์หรือระงับไม่ได้',
      en: 'New rights count at once; a disabled account is signed out everywhere. The last admin cannot be demoted or disabled.',
    },
    errors: [accessErrors.beyondOwn, accessErrors.lastAdmin],
    examples: { request: { role: { summary: 'เปลี่ยนบทบาท · another role', value: { role: 'moderator' } } } },
  })
  change(
    @Param('id') id: string,
    @Body() body: ChangeStaffDto,
    @IfMatch() expectedVersion: number | undefined,
  ): Promise<StaffDto> {
    return this.staff.change(id, body, expectedVersion);
  }

  @Endpoint({
    method: 'POST',
    path: ':id/password',
    scope: 'authenticated',
    status: 204,
    tag: 'access',
    order: 5,
    operationId: 'staffChangePassword',
    summary: { th: 'เปลี่ยนรหัสผ่านของตนเอง', en: 'Change your own password' },
    description: {
      th: 'ต้องใส่รหัสผ่านปัจจุบัน เครื่องอื่นที่เข้าสู่ระบบไว้จะถูกให้ออก ไม่รับ Idempotency-Key เพื่อไม่ให้เก็บร่องรอยรหัสผ่าน',
      en: 'Needs the current password; ends all your other sessions. Takes no Idempotency-Key, so that no trace of a password is kept.',
    },
    errors: [accessErrors.notYourAccount, accessErrors.tooManyTries],
  })
  changePassword(
    @Param('id') id: string,
    @Body() body: ChangePasswordDto,
    @Authorization() authorization: string | undefined,
  ): Promise<void> {
    return this.ownPassword.change(id, body, authorization);
  }

  @Endpoint({
    method: 'POST',
    path: ':id/password-reset',
    scope: 'staff:manage',
    returns: StaffWithSecretDto,
    status: 200,
    idempotent: true,
    tag: 'access',
    order: 6,
    operationId: 'staffResetPassword',
    summary: { th: 'ออกรหัสผ่านใช้ครั้งเดียวใหม่', en: 'Give an account a new one-time password' },
    description: {
      th: 'สำหรับผู้ที่ลืมรหัสผ่าน คำตอบมีรหัสผ่านใช้ครั้งเดียวใน secret และบัญชีจะออกจากระบบทุกเครื่อง',
      en: 'For somebody who has forgotten theirs: the answer carries it as `secret`, and the account is signed out everywhere.',
    },
    errors: [accessErrors.beyondOwn],
  })
  resetPassword(@Param('id') id: string): Promise<StaffWithSecretDto> {
    return this.passwords.reset(id);
  }
}
