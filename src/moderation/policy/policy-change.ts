/**
 * A policy somebody asks for, checked: ขั้นบันไดต้องไล่จากน้อยไปมาก (เตือน 1, เตือนครั้งสุดท้าย 2, เชิญออก 3), points that count
 * need days, and what is not named stays as it is.
 */
import { Invalid, type FieldError } from '../../platform/errors.js';
import type { Message } from '../../platform/message.js';
import type { RuleCode } from '../../screening/rule-codes.js';
import { isGrave } from '../rules/rule-catalogue.js';
import type { Policy, Profile, RulePoints } from './policy.js';

export interface PolicyChange {
  profile?: Profile;
  rules?: readonly ({ ruleCode: RuleCode; firstTimePoints?: number | null } & Omit<
    RulePoints,
    'firstTimePoints'
  >)[];
  ladder?: { warning: number; finalWarning: number; removal: number };
}

/** @throws Invalid with every failing field */
export function changedPolicy(current: Policy, change: PolicyChange): Policy {
  const errors = [...ruleErrors(change), ...ladderErrors(change)];
  if (errors.length > 0) throw new Invalid(errors);
  const rules = { ...current.rules };
  for (const { ruleCode, points, firstTimePoints, days } of change.rules ?? [])
    rules[ruleCode] =
      typeof firstTimePoints === 'number' ? { points, firstTimePoints, days } : { points, days };
  const { warning, finalWarning, removal } = change.ladder ?? {};
  const ladder = warning ? { warning, final_warning: finalWarning!, removal: removal! } : current.ladder;
  return { profile: change.profile ?? current.profile, rules, ladder };
}

function ruleErrors({ rules = [] }: PolicyChange): FieldError[] {
  const seen = new Set<RuleCode>();
  return rules.flatMap(({ ruleCode, points, firstTimePoints, days }, i) => {
    const errors: FieldError[] = [];
    const add = (field: string, code: string, message: Message) =>
      errors.push({ pointer: `/rules/${i}/${field}`, code, message });
    if (seen.has(ruleCode)) add('ruleCode', 'NOT_UNIQUE', twice);
    seen.add(ruleCode);
    if (points > 0 && days < 1) add('days', 'TOO_SMALL', needsDays);
    if (points === 0 && days !== 0) add('days', 'NOT_ALLOWED', noDays);
    if (isGrave(ruleCode) && points === 0) add('points', 'TOO_SMALL', graveNeedsPoints);
    if (isGrave(ruleCode) && firstTimePoints === 0) add('firstTimePoints', 'TOO_SMALL', graveNeedsPoints);
    if (typeof firstTimePoints === 'number' && firstTimePoints >= points)
      add('firstTimePoints', 'NOT_MILDER', notMilder);
    return errors;
  });
}

function ladderErrors({ ladder }: PolicyChange): FieldError[] {
  if (!ladder || (ladder.warning < ladder.finalWarning && ladder.finalWarning < ladder.removal)) return [];
  return [{ pointer: '/ladder', code: 'NOT_ASCENDING', message: notAscending }];
}

const graveNeedsPoints: Message = {
  th: 'กติกาข้อนี้ร้ายแรงที่สุด (S3) คะแนนต้องไม่น้อยกว่า 1',
  en: 'This rule is of the gravest kind (S3); a violation counts 1 point at least.',
};
const twice: Message = {
  th: 'ระบุกติกานี้ซ้ำ กรุณาเหลือไว้เพียงรายการเดียว',
  en: 'This rule stands here twice; keep one.',
};
const needsDays: Message = {
  th: 'กติกาที่มีคะแนนต้องมีจำนวนวันที่คะแนนมีผล (days) ตั้งแต่ 1 ถึง 3650 วัน',
  en: 'Points need days for which they count, 1 to 3650.',
};
const noDays: Message = {
  th: 'กติกาที่ไม่มีคะแนน (points = 0) ให้ระบุ days เป็น 0',
  en: 'Without points there is nothing to count: days must be 0.',
};
const notMilder: Message = {
  th: 'firstTimePoints ต้องน้อยกว่า points หากครั้งแรกไม่ต่างกัน ให้เว้นไว้',
  en: 'firstTimePoints must be less than points; leave it out if a first time is no different.',
};
const notAscending: Message = {
  th: 'ขั้นของมาตรการต้องไล่จากน้อยไปมาก: warning < finalWarning < removal',
  en: 'The ladder must ascend: warning < finalWarning < removal.',
};
