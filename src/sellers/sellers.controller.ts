import { Body, Controller, Param, Query } from '@nestjs/common';
import { AuditEntryDto } from '../journal/journal.dto.js';
import { Endpoint } from '../platform/http/endpoint.decorator.js';
import { IfMatch } from '../platform/http/if-match.js';
import { PageQuery } from '../platform/http/page.dto.js';
import { SellerSearch } from './seller-search.service.js';
import { SellerRegister } from './seller-register.service.js';
import { SellerProceedings } from './seller-proceedings.service.js';
import { PatchSellerDto, ReasonDto, RegisterSellerDto, SellersQuery } from './seller-input.dto.js';
import { InvitationDto, InvitedSellerDto, SellerDto, SellerSummaryDto } from './seller.dto.js';
import { sellerExamples } from './seller.examples.js';

const nameNotUsable = {
  status: 409,
  code: 'SELLER_NAME_NOT_USABLE',
  when: { th: 'ยังไม่มีชื่อจริงที่อ่านได้ ต้องแก้ชื่อก่อน', en: 'There is no readable first name; correct it first.' },
};

@Controller('v1/sellers')
export class SellersController {
  constructor(
    private readonly registering: SellerRegister,
    private readonly search: SellerSearch,
    private readonly proceedings: SellerProceedings,
  ) {}

  @Endpoint({
    ...{
      method: 'POST',
      tag: 'sellers',
      order: 1,
      scope: 'sellers:write',
      returns: InvitedSellerDto,
      idempotent: true,
    },
    summary: { th: 'ลงทะเบียนผู้ขายและรับชื่อผู้ใช้งาน', en: 'Register a seller and get the username' },
    description: {
      th: 'ข้อมูลครบและชัดเจนได้สถานะ active พร้อมชื่อผู้ใช้งานทันที หากมีข้อสงสัยจะรอเจ้าหน้าที่ (pending) พร้อมเหตุผล',
      en: 'A complete and clear registration is active at once; a doubtful one is pending, with the reasons.',
    },
    examples: { request: sellerExamples.register },
    errors: [
      {
        status: 409,
        code: 'SELLER_ALREADY_REGISTERED',
        when: { th: 'ลงทะเบียนไว้แล้ว', en: 'The same person is registered; sellerId names them.' },
      },
      {
        status: 409,
        code: 'SELLER_REMOVED_BEFORE',
        when: { th: 'เคยถูกเชิญออกจากกลุ่ม', en: 'The person was removed before.' },
      },
    ],
  })
  register(@Body() body: RegisterSellerDto) {
    return this.registering.register(body);
  }

  @Endpoint({
    ...{
      method: 'GET',
      tag: 'sellers',
      order: 2,
      scope: 'sellers:read',
      returns: SellerSummaryDto,
      list: true,
    },
    summary: { th: 'รายชื่อผู้ขาย ค้นหาและกรองได้', en: 'List and search sellers' },
  })
  list(@Query() query: SellersQuery) {
    return this.search.list(query);
  }

  @Endpoint({
    ...{
      method: 'GET',
      path: 'by-username/:username',
      tag: 'sellers',
      order: 3,
      scope: 'sellers:read',
      returns: SellerDto,
    },
    summary: { th: 'ค้นหาผู้ขายจากชื่อผู้ใช้งาน', en: 'Look a seller up by username' },
    description: {
      th: 'ใช้ชื่อปัจจุบันหรือชื่อเดิมที่เคยได้รับก็ได้',
      en: 'By the present username or one the seller held before.',
    },
  })
  readByUsername(@Param('username') username: string) {
    return this.search.readByUsername(username);
  }

  @Endpoint({
    ...{ method: 'GET', path: ':id', tag: 'sellers', order: 4, scope: 'sellers:read', returns: SellerDto },
    summary: { th: 'ดูข้อมูลผู้ขาย', en: 'Read a seller' },
  })
  read(@Param('id') id: string) {
    return this.search.read(id);
  }

  @Endpoint({
    ...{
      method: 'PATCH',
      path: ':id',
      tag: 'sellers',
      order: 5,
      scope: 'sellers:write',
      returns: InvitedSellerDto,
    },
    ifMatch: 'required',
    summary: { th: 'แก้ไขข้อมูลผู้ขาย', en: 'Correct a seller' },
    description: {
      th: 'ส่งเฉพาะช่องที่ต้องการแก้ ค่า null คือลบ ชื่อผู้ใช้งานไม่เปลี่ยนตาม หากต้องการชื่อใหม่ใช้ POST …/username',
      en: 'JSON Merge Patch: null clears, absent keeps. The username never changes with it; see POST …/username.',
    },
    examples: { request: sellerExamples.patch },
  })
  correct(@Param('id') id: string, @Body() body: PatchSellerDto, @IfMatch() version?: number) {
    return this.proceedings.correct(id, body, version);
  }

  @Endpoint({
    ...{
      method: 'POST',
      path: ':id/approval',
      tag: 'sellers',
      order: 6,
      scope: 'sellers:write',
      returns: InvitedSellerDto,
    },
    ...{ status: 200, idempotent: true, ifMatch: 'optional', examples: { request: sellerExamples.reason } },
    summary: { th: 'อนุมัติผู้ขายที่รอตรวจ', en: 'Approve a pending seller' },
    errors: [
      {
        status: 409,
        code: 'PERSON_REMOVED',
        when: { th: 'เคยถูกเชิญออกจากกลุ่ม ต้องรับกลับก่อน', en: 'The person was removed; reinstate them first.' },
      },
      nameNotUsable,
    ],
  })
  approve(@Param('id') id: string, @Body() { reason }: ReasonDto, @IfMatch() expectedVersion?: number) {
    return this.proceedings.take('approval', id, { reason, expectedVersion });
  }

  @Endpoint({
    ...{
      method: 'POST',
      path: ':id/rejection',
      tag: 'sellers',
      order: 7,
      scope: 'sellers:write',
      returns: InvitedSellerDto,
    },
    ...{ status: 200, idempotent: true, ifMatch: 'optional', examples: { request: sellerExamples.reason } },
    summary: { th: 'ปฏิเสธผู้ขายที่รอตรวจ', en: 'Reject a pending seller' },
  })
  reject(@Param('id') id: string, @Body() { reason }: ReasonDto, @IfMatch() expectedVersion?: number) {
    return this.proceedings.take('rejection', id, { reason, expectedVersion });
  }

  @Endpoint({
    ...{
      method: 'POST',
      path: ':id/withdrawal',
      tag: 'sellers',
      order: 8,
      scope: 'sellers:write',
      returns: InvitedSellerDto,
    },
    ...{ status: 200, idempotent: true, ifMatch: 'optional', examples: { request: sellerExamples.reason } },
    summary: { th: 'ผู้ขายขอถอนตัว', en: 'Withdraw a seller' },
  })
  withdraw(@Param('id') id: string, @Body() { reason }: ReasonDto, @IfMatch() expectedVersion?: number) {
    return this.proceedings.take('withdrawal', id, { reason, expectedVersion });
  }

  @Endpoint({
    ...{
      method: 'POST',
      path: ':id/username',
      tag: 'sellers',
      order: 9,
      scope: 'sellers:write',
      returns: InvitedSellerDto,
    },
    ...{ status: 200, idempotent: true, ifMatch: 'optional', examples: { request: sellerExamples.reason } },
    summary: { th: 'ออกชื่อผู้ใช้งานใหม่ตามข้อมูลปัจจุบัน', en: 'Issue a new username from the present data' },
    errors: [nameNotUsable],
  })
  reissueUsername(
    @Param('id') id: string,
    @Body() { reason }: ReasonDto,
    @IfMatch() expectedVersion?: number,
  ) {
    return this.proceedings.reissueUsername(id, { reason, expectedVersion });
  }

  @Endpoint({
    ...{ method: 'GET', path: ':id/invitation', tag: 'sellers', order: 10, scope: 'sellers:read' },
    returns: InvitationDto,
    summary: { th: 'ข้อความเชิญและขั้นตอนต่อไป', en: 'Invite message and next steps' },
  })
  invitation(@Param('id') id: string) {
    return this.proceedings.invitation(id);
  }

  @Endpoint({
    ...{ method: 'GET', path: ':id/history', tag: 'sellers', order: 11, scope: 'sellers:read' },
    ...{ returns: AuditEntryDto, list: true },
    summary: { th: 'ประวัติของผู้ขาย', en: 'What happened to a seller' },
  })
  history(@Param('id') id: string, @Query() query: PageQuery) {
    return this.proceedings.history(id, query);
  }
}
