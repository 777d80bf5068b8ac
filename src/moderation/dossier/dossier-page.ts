/** A dossier to print on A4, in Thai: แฟ้มประวัติ ชื่อ สถานะปัจจุบัน และเรื่องราวตามลำดับเวลา */
import { buddhistDateTime } from '../../thai/buddhist-date.js';
import type { SellerStatus } from '../../sellers/seller-status.js';
import type { DossierDto, DossierPersonDto, StoryItemDto, StoryTextDto } from './dossier.dto.js';
import type { StoryTextKind } from './dossier.js';
import { markup, Markup } from './markup.js';

/** The style is given by the service, which also vouches for it in the headers. */
export function dossierPage(dossier: DossierDto, style: string): string {
  const { person, summary, story, cut, madeAtThai, madeByName } = dossier;
  const by = madeByName === null ? null : markup` โดย ${madeByName}`;
  const head = markup`<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>แฟ้มประวัติ ${nameOf(person)}</title><style>${new Markup(style)}</style></head>`;
  return markup`<!doctype html>
<html lang="th">${head}
<body><header><p>ตลาดกลาง ชสอ. ออนไลน์</p><h1>แฟ้มประวัติ</h1>
<p class="made">จัดทำเมื่อ ${madeAtThai}${by} · เอกสารภายใน มีข้อมูลส่วนบุคคล</p></header>
${personOf(person)}
<section><h2>สถานะปัจจุบัน</h2><p class="summary">${summary.th}</p></section>
<section><h2>เรื่องราวตามลำดับเวลา</h2>${cut ? cutNote(story.length) : null}
${story.length === 0 ? markup`<p>ยังไม่มีเรื่องใด</p>` : storyOf(story)}</section></body></html>
`.text;
}

const nameOf = ({ name, username, nicknames }: DossierPersonDto): string =>
  username ?? nicknames[0]?.nickname ?? name ?? '';

const cutNote = (told: number): Markup =>
  markup`<p class="cut">แสดงเฉพาะ ${told} รายการล่าสุด มีรายการก่อนหน้านี้ที่ไม่ได้แสดง</p>`;

const statuses: Readonly<Record<SellerStatus, string>> = {
  pending: 'รอตรวจ',
  active: 'เป็นผู้ขายอยู่',
  rejected: 'ไม่ผ่านการอนุมัติ',
  withdrawn: 'ถอนตัว',
  removed: 'ถูกเชิญออกจากกลุ่ม',
  erased: 'ลบข้อมูลแล้ว',
};

function personOf({ name, status, cooperative, usernames, nicknames }: DossierPersonDto): Markup {
  const rows: [string, string | Markup | null][] = [
    ['ชื่อ–สกุล', name],
    ['สหกรณ์', cooperative && `สอ.${cooperative.shortName} (${cooperative.registrationNumber})`],
    ['ทะเบียนผู้ขาย', status === null ? 'ไม่ได้ลงทะเบียนเป็นผู้ขาย' : statuses[status]],
    ['ชื่อผู้ใช้งาน', usernames.length > 0 ? lines(usernames.map(heldName)) : null],
    ['ชื่อที่พบในกลุ่ม', nicknames.length > 0 ? lines(nicknames.map((each) => markup`${each.nickname}`)) : null],
  ];
  const given = rows.filter(([, value]) => value !== null);
  const row = ([title, value]: (typeof rows)[number]) =>
    markup`<tr><th scope="row">${title}</th><td>${value}</td></tr>`;
  return markup`<section><h2>บุคคล</h2><table class="person"><tbody>${given.map(row)}</tbody></table></section>`;
}

const heldName = ({ username, givenAt }: DossierPersonDto['usernames'][number]): Markup =>
  markup`${username ?? '(ลบแล้ว)'} <small>ตั้งแต่ ${buddhistDateTime(givenAt)}</small>`;

const lines = (items: readonly Markup[]): Markup =>
  markup`${items.map((item) => markup`<div>${item}</div>`)}`;

const columns = ['วันเวลา', 'เรื่อง', 'ผู้ดำเนินการ'].map((title) => markup`<th scope="col">${title}</th>`);

const storyOf = (story: readonly StoryItemDto[]): Markup =>
  markup`<table class="story"><thead><tr>${columns}</tr></thead><tbody>${story.map(itemOf)}</tbody></table>`;

function itemOf({ atThai, sentence, texts, who, ids }: StoryItemDto): Markup {
  const told = markup`<p>${sentence.th}</p>${texts.map(textOf)}<small class="ids">${refsOf(ids)}</small>`;
  return markup`
<tr><td class="at">${atThai}</td><td>${told}</td><td>${who === null ? '–' : (who.name ?? who.actor)}</td></tr>`;
}

const textTitles: Readonly<Record<StoryTextKind, string>> = {
  message: 'ข้อความในกลุ่ม',
  note: 'บันทึกของผู้แจ้ง',
  reason: 'เหตุผล',
  notice: 'หนังสือแจ้ง',
  statement: 'คำอุทธรณ์',
  new_evidence: 'หลักฐานใหม่',
  reply: 'คำชี้แจง',
  proof: 'หลักฐานที่ทำแล้ว',
};

function textOf({ kind, text, erased }: StoryTextDto): Markup {
  const words = erased ? '(ลบแล้วเมื่อพ้นเวลาเก็บ)' : text;
  return markup`<blockquote><b>${textTitles[kind]}</b> ${words}</blockquote>`;
}

const refTitles: Readonly<Record<keyof StoryItemDto['ids'], string>> = {
  caseId: 'เรื่อง',
  reportId: 'รายงาน',
  decisionId: 'คำวินิจฉัย',
  strikeId: 'ใบเตือน',
  sanctionId: 'มาตรการ',
  taskId: 'งาน',
  appealId: 'อุทธรณ์',
  proposalId: 'ข้อเสนอ',
};

const refsOf = (ids: StoryItemDto['ids']): string =>
  Object.entries(ids)
    .map(([kind, id]) => `${refTitles[kind as keyof StoryItemDto['ids']]} ${id}`)
    .join(' · ');
