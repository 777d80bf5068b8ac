import { ApiProperty } from '@nestjs/swagger';
import type { Role } from './roles.js';

/** What the token endpoint takes, form-encoded (RFC 6749, 4.3); anything else in the form is ignored. */
export class TokenRequestDto {
  /**
   * ต้องเป็น password · always password
   * @example "password"
   */
  grant_type: 'password';
  /** @example "admin" */
  username: string;
  /** @example "correct horse battery staple" */
  password: string;
}

/** RFC 6749, 5.1 */
export class TokenDto {
  /**
   * ส่งในหัว Authorization: Bearer … · send as Authorization: Bearer …
   * @example "fsct_session_05VgWkXZcQGg1mK8n3r7bYt2LhDpEa9jS1xyz42"
   */
  access_token: string;
  token_type: 'Bearer';
  /**
   * อายุเป็นวินาที · lifetime in seconds
   * @example 28800
   */
  @ApiProperty({ type: 'integer' })
  expires_in: number;
  /**
   * สิทธิ์ของบทบาท คั่นด้วยช่องว่าง · scopes of the role, separated by blanks; a requested scope is ignored
   * @example "cooperatives:read sellers:read"
   */
  scope: string;
}

/** Who is calling. */
export class CallerDto {
  /** เจ้าหน้าที่หรือคีย์ · member of staff or key */
  type: 'staff' | 'key';
  /** @example "01JZ8Q4T9X2M6V5R3K7N1B0C8D" */
  id: string;
  /**
   * ชื่อที่แสดง หรือชื่อคีย์ · display name, or name of the key
   * @example "สมชาย ใจดี"
   */
  name: string;
  /** บทบาท (คีย์ไม่มี) · role; null for a key */
  role: Role | null;
  /** @example ["sellers:read"] */
  scopes: string[];
  /** จำกัดเฉพาะสหกรณ์เหล่านี้ (null = ทุกแห่ง) · limited to these cooperatives; null means all */
  cooperativeIds: string[] | null;
  /**
   * ใช้ได้ถึงเวลา · valid until
   * @example "2026-02-01T10:00:00.000Z"
   */
  expiresAt: string;
  /** รหัสผ่านยังเป็นแบบใช้ครั้งเดียว ควรเปลี่ยน · the password is still the one-time one and should be changed */
  mustChangePassword: boolean;
}
