/** What a moderator sends, checked as a whole: ฝ่าฝืนกติกา (ระบุข้อ) แจ้งเตือนกติกา หรือไม่พบว่าฝ่าฝืน พร้อมเหตุผลภาษาไทย */
import { Invalid, type FieldError } from '../../platform/errors.js';
import type { RuleCode } from '../../screening/rule-codes.js';
import type { Outcome } from './decision.js';
import type { Finding } from './verdict.js';

interface Typed {
  outcome: Outcome;
  ruleCode?: RuleCode | null;
  reason: string;
}

/** Throws Invalid with every failing field. */
export function readFinding({ outcome, ruleCode = null, reason }: Typed): Finding {
  const errors: FieldError[] = [];
  if (outcome !== 'dismissed' && ruleCode === null)
    errors.push({
      ...{ pointer: '/ruleCode', code: 'RULE_REQUIRED' },
      message: {
        th: 'กรุณาระบุ ruleCode ว่าเป็นกติกาข้อใด ดูรายการที่ GET /v1/moderation/rules',
        en: 'Say in ruleCode which rule it is; see GET /v1/moderation/rules.',
      },
    });
  if (outcome === 'dismissed' && ruleCode !== null)
    errors.push({
      ...{ pointer: '/ruleCode', code: 'RULE_NOT_ALLOWED' },
      message: {
        th: 'ผล dismissed คือไม่พบว่าฝ่าฝืน กรุณาไม่ระบุ ruleCode',
        en: 'dismissed means that no rule was broken: leave ruleCode out.',
      },
    });
  if (!/\p{Script=Thai}/u.test(reason))
    errors.push({
      ...{ pointer: '/reason', code: 'REASON_NOT_THAI' },
      message: {
        th: 'กรุณาเขียนเหตุผล (reason) เป็นภาษาไทย เพราะจะอยู่ในหนังสือแจ้งถึงเจ้าตัว',
        en: 'Write the reason in Thai: the person will read it in the notice.',
      },
    });
  if (errors.length > 0) throw new Invalid(errors);
  return { outcome, ruleCode, reason: reason.trim() };
}
