/**
 * The market's rules by their codes: nobody posts greetings of the day, what sells nothing, personal beliefs, or
 * anything about nation, religion, monarchy or politics (ชาติ ศาสนา พระมหากษัตริย์ การเมือง).
 */
export const ruleCodes = [
  'daily_greeting',
  'off_topic',
  'personal_belief',
  'nation',
  'religion',
  'monarchy',
  'politics',
  'username_format',
] as const;
export type RuleCode = (typeof ruleCodes)[number];

/** Severity S3: their texts are shown to few people only. */
export const sensitiveRules = [
  'nation',
  'religion',
  'monarchy',
  'politics',
] as const satisfies readonly RuleCode[];

export const isSensitive = (rule: RuleCode): boolean =>
  (sensitiveRules as readonly RuleCode[]).includes(rule);
