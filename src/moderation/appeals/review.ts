/** What a reviewer sends, checked as a whole: แก้ไข (modified) ต้องบอกกติกาข้อที่ถูกต้อง พร้อมคำชี้แจงภาษาไทย */
import { Invalid, type FieldError } from '../../platform/errors.js';
import type { RuleCode } from '../../screening/rule-codes.js';
import type { Finding } from '../decisions/verdict.js';
import type { AppealOutcome } from './appeal.js';

export interface Review {
  outcome: AppealOutcome;
  reply: string;
  /** What stands in place of the old finding, if modified. */
  finding: Finding | null;
}

interface Typed {
  outcome: AppealOutcome;
  reply: string;
  newOutcome?: 'violation' | 'notice';
  newRuleCode?: RuleCode;
}

/** Throws Invalid with every failing field. */
export function readReview({ outcome, reply, newOutcome, newRuleCode }: Typed): Review {
  const errors: FieldError[] = [];
  const isModified = outcome === 'modified';
  if (isModified && newRuleCode === undefined) errors.push(ruleRequired);
  if (!isModified && newRuleCode !== undefined) errors.push(notAllowed('/newRuleCode'));
  if (!isModified && newOutcome !== undefined) errors.push(notAllowed('/newOutcome'));
  if (!/\p{Script=Thai}/u.test(reply)) errors.push(replyNotThai);
  if (errors.length > 0) throw new Invalid(errors);
  const reason = reply.trim();
  const finding = isModified ? { outcome: newOutcome ?? 'violation', ruleCode: newRuleCode!, reason } : null;
  return { outcome, reply: reason, finding };
}

const ruleRequired: FieldError = {
  ...{ pointer: '/newRuleCode', code: 'RULE_REQUIRED' },
  message: {
    th: 'ผล modified ต้องระบุ newRuleCode ว่ากติกาข้อที่ถูกต้องคือข้อใด ดูรายการที่ GET /v1/moderation/rules',
    en: 'modified needs newRuleCode, the rule it really is; see GET /v1/moderation/rules.',
  },
};

const notAllowed = (pointer: string): FieldError => ({
  ...{ pointer, code: 'ONLY_IF_MODIFIED' },
  message: {
    th: `${pointer.slice(1)} ใช้เฉพาะเมื่อ outcome เป็น modified กรุณาไม่ระบุ`,
    en: `${pointer.slice(1)} goes with the outcome modified only; leave it out.`,
  },
});

const replyNotThai: FieldError = {
  ...{ pointer: '/reply', code: 'REPLY_NOT_THAI' },
  message: {
    th: 'กรุณาเขียนคำชี้แจง (reply) เป็นภาษาไทย เพราะผู้อุทธรณ์จะได้อ่าน',
    en: 'Write the reply in Thai: the person will read it.',
  },
};
