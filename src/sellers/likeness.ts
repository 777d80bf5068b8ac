/**
 * How a nickname leads to a seller, the surest first: letter by letter, in another spelling, by a username of before,
 * by letters that look alike, or some letters away (ออมทรัพ for ออมทรัพย์).
 */
export const likenesses = ['same', 'spelling', 'former', 'lookalike', 'near'] as const;
export type Likeness = (typeof likenesses)[number];
