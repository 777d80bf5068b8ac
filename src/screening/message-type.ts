/** What kind of message was posted: written words, a sticker (สติ๊กเกอร์), a picture or a bare link. */
export const messageTypes = ['text', 'sticker', 'image', 'link'] as const;
export type MessageType = (typeof messageTypes)[number];
