/**
 * What a seller sells: ticked boxes arrive joined by commas, `อาหารและเครื่องดื่ม, งานฝีมือ`, become the market's
 * categories and share one description; a box the market does not know is `other` and its words are kept.
 */
import { headerKey } from '../../platform/tabular/header.js';
import {
  offeringCategories,
  offeringCategoryCodes,
  type OfferingCategory,
} from '../../sellers/offering-category.js';
import type { Offering } from '../../sellers/registration-rules.js';
import { isNothing, manyLines, oneLine } from './cell-text.js';

/** In UTF-16 units. */
export const LONGEST_DESCRIPTION = 1000;
const MOST = 20;

/** Words that tell a category, beside its own names and its code. */
const hints: [OfferingCategory, RegExp][] = [
  ['food', /อาหาร|เครื่องดื่ม|ขนม|ของกิน|food|drink/],
  ['produce', /เกษตร|ผัก|ผลไม้|ข้าวสาร|ประมง|ปศุสัตว์|produce|farm/],
  ['clothing', /เสื้อผ้า|แต่งกาย|ผ้าไหม|ผ้าทอ|เครื่องประดับ|รองเท้า|กระเป๋า|cloth|fashion/],
  ['crafts', /งานฝีมือ|หัตถกรรม|จักสาน|ของที่ระลึก|otop|โอทอป|craft|souvenir/],
  ['health_beauty', /สุขภาพ|ความงาม|เครื่องสำอาง|สมุนไพร|health|beauty/],
  ['household', /ของใช้|เครื่องครัว|เฟอร์นิเจอร์|household/],
  ['electronics', /ไฟฟ้า|อิเล็กทรอนิกส์|คอมพิวเตอร์|มือถือ|electronic/],
  ['vehicles', /รถ|ยานพาหนะ|อะไหล่|vehicle/],
  ['property', /อสังหา|ที่ดิน|บ้านเช่า|property/],
  ['plants_animals', /ต้นไม้|พันธุ์ไม้|ดอกไม้|สัตว์เลี้ยง|plant|pet/],
  ['travel', /ท่องเที่ยว|ที่พัก|โรงแรม|travel|hotel/],
  ['education', /หนังสือ|การเรียน|การศึกษา|สอนพิเศษ|book|education/],
  ['services', /บริการ|รับจ้าง|รับทำ|service/],
];

const byName: ReadonlyMap<string, OfferingCategory> = new Map(
  offeringCategoryCodes.flatMap((code) => [
    [headerKey(code), code],
    [headerKey(offeringCategories[code].th), code],
    [headerKey(offeringCategories[code].en), code],
  ]),
);

/** One offering per category; none if nothing was said. */
export function readOfferings(categoryCell: string, descriptionCell: string): Offering[] {
  const typed = manyLines(descriptionCell);
  const description = isNothing(typed) ? '' : typed;
  const ticked = categoryCell
    .split(/[,;\n\r]/)
    .map(oneLine)
    .filter((text) => !isNothing(text));
  const unknown = ticked.filter((text) => categoryOf(text) === undefined);
  const codes = new Set(ticked.map((text) => categoryOf(text) ?? 'other'));
  if (codes.size === 0 && description !== '') codes.add('other');
  return [...codes].slice(0, MOST).map((category) => {
    const words = category === 'other' ? [...unknown, description] : [description || nameOf(category)];
    const text = words.filter(Boolean).join(': ') || nameOf(category);
    return { category, description: text.slice(0, LONGEST_DESCRIPTION) };
  });
}

const nameOf = (category: OfferingCategory): string => offeringCategories[category].th;

function categoryOf(text: string): OfferingCategory | undefined {
  const key = headerKey(text);
  return byName.get(key) ?? hints.find(([, words]) => words.test(key))?.[0];
}
