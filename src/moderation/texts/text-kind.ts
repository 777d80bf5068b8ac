/** What a kept text is: a message of the group, a note, a moderator's reason (เหตุผล), a notice (หนังสือแจ้ง), an appeal. */
export const textKinds = ['message', 'note', 'reason', 'notice', 'statement', 'reply', 'proof'] as const;
export type TextKind = (typeof textKinds)[number];
