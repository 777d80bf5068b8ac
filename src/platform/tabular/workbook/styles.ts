import { builtInFormat, general, readFormat, type NumberFormat } from './number-format.js';
import { attributesOf, type XmlHandler } from './xml-scanner.js';

const MOST_STYLES = 65_536;
/** As Excel has it. */
const LONGEST_CODE = 255;

/** How the numbers of each cell style are shown: `xl/styles.xml`. */
export class Styles implements XmlHandler {
  private readonly codes = new Map<string, NumberFormat>();
  private readonly styles: NumberFormat[] = [];
  private inCells = false;

  format(style: string | undefined): NumberFormat {
    return this.styles[Number(style ?? 0)] ?? general;
  }

  open(name: string, attributes: string): void {
    if (name === 'cellXfs') this.inCells = true;
    else if (name === 'numFmt') {
      const { numFmtId = '', formatCode = '' } = attributesOf(attributes);
      if (this.codes.size < MOST_STYLES)
        this.codes.set(numFmtId.slice(0, 10), readFormat(formatCode.slice(0, LONGEST_CODE)));
    } else if (name === 'xf' && this.inCells && this.styles.length < MOST_STYLES) {
      const { numFmtId = '0' } = attributesOf(attributes);
      this.styles.push(this.codes.get(numFmtId) ?? builtInFormat(Number(numFmtId)));
    }
  }

  text(): void {}

  close(name: string): void {
    if (name === 'cellXfs') this.inCells = false;
  }
}
