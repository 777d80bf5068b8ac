/** A file or a member list is about many cooperatives: คีย์ของสหกรณ์เดียวจึงทำไม่ได้ */
import { Forbidden } from './errors.js';

export const limitedKey = (): Forbidden =>
  new Forbidden('KEY_LIMITED_TO_COOPERATIVES', {
    th: 'คีย์ที่จำกัดเฉพาะบางสหกรณ์ทำรายการนี้ไม่ได้ กรุณาใช้บัญชีเจ้าหน้าที่หรือคีย์ที่ไม่จำกัดสหกรณ์',
    en: 'A key limited to cooperatives cannot do this; use a staff account or an unlimited key.',
  });
