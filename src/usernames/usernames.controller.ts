import { Body, Controller } from '@nestjs/common';
import { Endpoint } from '../platform/http/endpoint.decorator.js';
import { UsernameJudge } from './username-judge.service.js';
import { UsernameProposals } from './username-proposals.service.js';
import {
  GeneratedUsernameDto,
  GenerateUsernameDto,
  UsernameVerdictDto,
  UsernameVerdictsDto,
  ValidateUsernameDto,
  ValidateUsernamesDto,
} from './usernames.dto.js';
import { usernameExamples } from './usernames.examples.js';

@Controller('v1/usernames')
export class UsernamesController {
  constructor(
    private readonly proposals: UsernameProposals,
    private readonly judge: UsernameJudge,
  ) {}

  @Endpoint({
    ...{ method: 'POST', path: 'validate', tag: 'usernames', order: 1, scope: 'sellers:read', status: 200 },
    returns: UsernameVerdictDto,
    summary: { th: 'ตรวจชื่อผู้ใช้งาน', en: 'Check a username' },
    description: {
      th: 'บอกทุกจุดที่ต้องแก้พร้อมกัน และชื่อที่ถูกต้องถ้าทราบแน่ชัด ชื่อที่มีเพียง TOO_LONG ยังถือว่าถูกต้อง',
      en: 'Tells everything that is wrong at once, and the correct username where it can be known without guessing.',
    },
    examples: { request: usernameExamples.validate },
  })
  validate(@Body() { username }: ValidateUsernameDto) {
    return this.judge.one(username);
  }

  @Endpoint({
    ...{
      method: 'POST',
      path: 'validate-batch',
      tag: 'usernames',
      order: 2,
      scope: 'sellers:read',
      status: 200,
    },
    returns: UsernameVerdictsDto,
    summary: { th: 'ตรวจชื่อผู้ใช้งานครั้งละไม่เกิน 5,000 ชื่อ', en: 'Check up to 5,000 usernames' },
    description: {
      th: 'ผลลัพธ์เรียงตามลำดับที่ส่งมา',
      en: 'The results are in the order of the usernames sent.',
    },
    examples: { request: usernameExamples.batch },
  })
  validateBatch(@Body() { usernames }: ValidateUsernamesDto) {
    return this.judge.all(usernames);
  }

  @Endpoint({
    ...{ method: 'POST', path: 'generate', tag: 'usernames', order: 3, scope: 'sellers:read', status: 200 },
    returns: GeneratedUsernameDto,
    summary: { th: 'สร้างชื่อผู้ใช้งานจากชื่อและสหกรณ์', en: 'Make a username from a name and a cooperative' },
    description: {
      th: 'ชื่อที่จะได้หากลงทะเบียนตอนนี้ ยังไม่จองไว้: ชื่อ แล้วชื่อกับนามสกุล แล้วตามด้วย 2, 3, …',
      en: 'What registering now would give, without reserving it: first name, then with surname, then 2, 3, ….',
    },
    examples: { request: usernameExamples.generate },
  })
  generate(@Body() body: GenerateUsernameDto) {
    return this.proposals.propose(body);
  }
}
