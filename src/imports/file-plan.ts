/**
 * How a file will be read: encoding, delimiter, which column answers which question, how consent was given.
 * ตัวอย่าง: คอลัมน์ “เบอร์โทร” คือเบอร์โทรศัพท์; แบบฟอร์มไม่มีช่องยินยอม ต้องระบุที่มาของความยินยอม
 */
import { createHash } from 'node:crypto';
import { Invalid } from '../platform/errors.js';
import type { Table } from '../platform/tabular/open-table.js';
import { headerFingerprint, proposeMapping } from './column-mapping.js';
import type { ConsentBasis } from './import-run.js';
import { refuseIncomplete } from './mapping-notices.js';
import { mappingOf } from './mapping-proposal.js';

/** Members of the run that the file itself tells. */
export interface FilePlan {
  encoding: string;
  delimiter: string;
  source: string;
  mapping: string;
  notices: string;
  consentBasis: string | null;
  total: number;
}

/** Throws Invalid when a name, a cooperative or the consent is nowhere to be found. */
export function planOf(table: Table, consentBasis?: ConsentBasis): FilePlan {
  const { columns, notices } = table.header;
  const proposal = proposeMapping(columns);
  const incomplete = refuseIncomplete(proposal);
  if (incomplete) throw incomplete;
  if (!mappingOf(proposal).has('consent') && !consentBasis) throw consentUnknown();
  const { encoding, delimiter } = table;
  return {
    ...{ encoding, delimiter, mapping: JSON.stringify(proposal), notices: JSON.stringify(notices), total: 0 },
    source: createHash('sha256').update(headerFingerprint(columns)).digest('hex'),
    consentBasis: consentBasis ? JSON.stringify(consentBasis) : null,
  };
}

const consentUnknown = (): Invalid =>
  Invalid.field('/consentTextVersion', 'CONSENT_BASIS_REQUIRED', {
    th: 'แบบฟอร์มนี้ไม่มีคำถามเรื่องความยินยอม กรุณาส่ง consentTextVersion และ consentStatedBy เพื่อระบุว่าได้รับความยินยอมอย่างไร แล้วอัปโหลดใหม่',
    en: 'This form has no question on consent. Send consentTextVersion and consentStatedBy to say how it was given.',
  });
