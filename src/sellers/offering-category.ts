import type { Message } from '../platform/message.js';

/** What sellers sell, as codes with names. ตัวอย่าง: ปลาร้าทรงเครื่อง อยู่ในหมวด food; หมวดที่ไม่มีในรายการคือ other */
export const offeringCategories = {
  food: { th: 'อาหารและเครื่องดื่ม', en: 'Food and drink' },
  produce: { th: 'ผลผลิตทางการเกษตร', en: 'Farm produce' },
  clothing: { th: 'เสื้อผ้าและเครื่องแต่งกาย', en: 'Clothing' },
  crafts: { th: 'งานฝีมือและของที่ระลึก', en: 'Crafts and souvenirs' },
  health_beauty: { th: 'สุขภาพและความงาม', en: 'Health and beauty' },
  household: { th: 'ของใช้ในบ้าน', en: 'Household goods' },
  electronics: { th: 'เครื่องใช้ไฟฟ้าและอุปกรณ์', en: 'Electronics' },
  vehicles: { th: 'ยานพาหนะและอะไหล่', en: 'Vehicles and parts' },
  property: { th: 'อสังหาริมทรัพย์', en: 'Property' },
  plants_animals: { th: 'ต้นไม้และสัตว์เลี้ยง', en: 'Plants and animals' },
  travel: { th: 'ท่องเที่ยวและที่พัก', en: 'Travel and stays' },
  education: { th: 'หนังสือและการเรียน', en: 'Books and education' },
  services: { th: 'บริการ', en: 'Services' },
  other: { th: 'อื่น ๆ', en: 'Other' },
} satisfies Record<string, Message>;

export type OfferingCategory = keyof typeof offeringCategories;
export const offeringCategoryCodes = Object.keys(offeringCategories) as OfferingCategory[];
