/**
 * What a seller sells: ticked boxes arrive joined by commas, `อาหาร, ของใช้ในบ้าน`, and share one description.
 */
import { isNothing, manyLines, oneLine } from './cell-text.js';

export interface OfferingText {
  /** As ticked or typed; empty if the form did not ask. */
  category: string;
  description: string;
}

const MOST = 20;
/** In UTF-16 units. */
export const LONGEST_DESCRIPTION = 1000;

/** One offering per category; none if nothing was said. */
export function readOfferings(categoryCell: string, descriptionCell: string): OfferingText[] {
  const typed = manyLines(descriptionCell);
  const description = isNothing(typed) ? '' : typed.slice(0, LONGEST_DESCRIPTION);
  const categories = categoryCell
    .split(/[,;\n\r]/)
    .map(oneLine)
    .filter((category) => !isNothing(category));
  if (categories.length > 0) {
    return [...new Set(categories)]
      .slice(0, MOST)
      .map((category) => ({ category: category.slice(0, 100), description }));
  }
  return description === '' ? [] : [{ category: '', description }];
}
