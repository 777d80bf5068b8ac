/** Posts and terms to screen, the same in every run: everyday talk, sale posts, and words nobody writes. */

/** Small numbers that look like chance and are the same each time. */
function chance(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const everyday = `เดี๋ยวถามที่บ้านก่อนนะคะ|ตอนนี้อยู่ที่ทำงานค่ะ|ลูกชายเรียนจบแล้ว|แถวบ้านมีต้นมะขามใหญ่|พี่สาวเพิ่งย้ายมาอยู่ใกล้กัน
เย็นนี้แม่ทำแกงจืด|รอสักครู่นะครับ|หลานเดินเก่งแล้ว|เพื่อนฝากถามมา|ทางเข้าหมู่บ้านกำลังซ่อม|อากาศเย็นลงมาก|ไม่แน่ใจเหมือนกันค่ะ
วิ่งออกกำลังตอนหกโมง|น้องหมานอนอยู่หน้าประตู|ใช้แบบนี้มานานแล้ว|ดูจากในรูปได้เลย|ห้องนี้คุยกันสนุก|อันเดิมหายไปไหน|ยังไม่เคยลองเลย|เลี้ยวซ้ายตรงสามแยก`;
const sales = `มะม่วงน้ำดอกไม้ 3 กก. 100 บาท|พร้อมส่งทุกวัน|ผ้าไหมทอมือ ผืนละ 1,800 บาท|สนใจทักแชทได้เลย|น้ำพริกเผา กระปุกละ 60 บาท|ส่งฟรีค่ะ|รับเองที่ร้านได้
เก็บปลายทางได้|ของแท้ รับประกัน|ราคาสมาชิก|โทร 081-000-0000|มีหลายสีให้เลือกตั้งแต่ไซส์ S`;
const forbidden = `สวัสดีวันจันทร์ค่ะทุกคน|รัฐบาลนี้ควรยุบสภา|งวดนี้เลขเด็ดมาแล้ว|เชิญร่วมทอดกฐิน|คุยเรื่อง ก า ร เ มื อ ง|เว็บพนันเครดิตฟรี|ดวงวันนี้ราศีกันย์`;
const syllables =
  'กา ขุม คัน งอก จิบ ชัด ซึม ดอย ตาน ถือ ทอง นวล บาง ปิด ผูก ฝัก พูน ฟอง มูล ยาน ริม ลาน วัง สาย หิน อวด แหน โกน ไขว่ เพียร'.split(
    ' ',
  );

const phrasesOf = (text) => text.split(/[|\n]/);

/** Everyday phrases in which, by accident, no term stands. */
const harmless = phrasesOf(everyday).filter((phrase) => !phrase.includes('ฝาก'));

/** Messages of two to five phrases; `saleShare` of them sell something. */
export function posts(count, saleShare) {
  const next = chance(7);
  const [chat, offers] = [phrasesOf(everyday), phrasesOf(sales)];
  return Array.from({ length: count }, () => messageOf(next, next(100) < saleShare * 100 ? offers : chat));
}

/** What a market sees: talk and offers, half and half, and in 12 of 100 messages something forbidden. */
export function ordinaryPosts(count) {
  const next = chance(13);
  const [offers, breaking] = [phrasesOf(sales), phrasesOf(forbidden)];
  return Array.from({ length: count }, () => {
    const message = messageOf(next, next(2) === 0 ? offers : harmless);
    return next(100) < 12 ? `${message} ${breaking[next(breaking.length)]}` : message;
  });
}

const messageOf = (next, phrases) =>
  Array.from({ length: 2 + next(4) }, () => phrases[next(phrases.length)]).join(' ');

/** Invented words of three or four syllables, `count` different ones. */
export function inventedWords(count) {
  const next = chance(11);
  const words = new Set();
  while (words.size < count)
    words.add(Array.from({ length: 3 + next(2) }, () => syllables[next(syllables.length)]).join(''));
  return [...words];
}
