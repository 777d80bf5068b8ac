import { Body, Controller, Header, UseFilters } from '@nestjs/common';
import { Authorization } from '../platform/http/authorization.js';
import { Endpoint } from '../platform/http/endpoint.decorator.js';
import { accessErrors } from './access-errors.js';
import { Caller } from './caller.service.js';
import { OAuthErrorFilter } from './oauth-error.filter.js';
import { CallerDto, TokenDto, TokenRequestDto } from './sessions.dto.js';
import { Sessions } from './sessions.service.js';
import { SignIn } from './sign-in.service.js';
import { readTokenRequest } from './token-request.js';

@Controller('v1/sessions')
export class SessionsController {
  constructor(
    private readonly signIn: SignIn,
    private readonly sessions: Sessions,
    private readonly caller: Caller,
  ) {}

  @Endpoint({
    method: 'POST',
    path: 'token',
    scope: 'public',
    body: 'form',
    form: TokenRequestDto,
    returns: TokenDto,
    status: 200,
    tag: 'sessions',
    order: 1,
    operationId: 'sessionsToken',
    summary: { th: 'เข้าสู่ระบบด้วยชื่อผู้ใช้และรหัสผ่าน', en: 'Sign in with user name and password' },
    description: {
      th: 'OAuth2 แบบ password (RFC 6749) ส่งเป็นแบบฟอร์ม ช่องอื่นที่ส่งมาไม่มีผล คำตอบเมื่อผิดพลาดมี error และ error_description ตาม RFC 6749 ใช้ได้จากปุ่ม Authorize ของหน้านี้โดยตรง',
      en: 'OAuth2 password grant (RFC 6749), form-encoded. Further fields, a client id and a Basic header are ignored; errors carry `error` and `error_description` as RFC 6749 says. The Authorize button of this page uses it.',
    },
    errors: [
      accessErrors.invalidGrant,
      accessErrors.grantType,
      accessErrors.tokenRequest,
      accessErrors.tooManyTries,
    ],
  })
  @Header('pragma', 'no-cache')
  @UseFilters(OAuthErrorFilter)
  token(@Body() form: Record<string, unknown>): Promise<TokenDto> {
    return this.signIn.withPassword(readTokenRequest(form));
  }

  @Endpoint({
    method: 'GET',
    path: 'current',
    scope: 'authenticated',
    returns: CallerDto,
    tag: 'sessions',
    order: 2,
    operationId: 'sessionsCurrent',
    summary: { th: 'ดูว่าเข้าสู่ระบบเป็นใคร มีสิทธิ์อะไร', en: 'Who am I, and what may I do' },
    description: {
      th: 'ใช้ได้ทั้งเจ้าหน้าที่และคีย์ ถ้า mustChangePassword เป็น true แสดงว่ายังใช้รหัสผ่านใช้ครั้งเดียวอยู่ ต้องเปลี่ยนที่ POST /v1/staff/{id}/password ก่อน จึงจะทำอย่างอื่นได้ (ยกเว้นรหัสผ่านแรกของผู้ดูแลระบบที่บริการพิมพ์ออกมาเอง)',
      en: 'For staff and keys. With `mustChangePassword` the password is still the one-time one: change it by POST /v1/staff/{id}/password before anything else (only the first admin, whose password the service printed itself, may go on).',
    },
  })
  current(@Authorization() authorization: string | undefined): Promise<CallerDto> {
    return this.caller.describe(authorization);
  }

  @Endpoint({
    method: 'DELETE',
    path: 'current',
    scope: 'authenticated',
    tag: 'sessions',
    order: 3,
    operationId: 'sessionsClose',
    summary: { th: 'ออกจากระบบ', en: 'Sign out' },
    errors: [accessErrors.notASession],
  })
  close(@Authorization() authorization: string | undefined): Promise<void> {
    return this.sessions.close(authorization);
  }
}
