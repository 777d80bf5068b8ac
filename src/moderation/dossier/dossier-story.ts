/**
 * Facts in, sentences out, in the order in which it happened: 15 มกราคม 2569 ฝ่าฝืนกติกา “…” บันทึก 1 คะแนน → ตักเตือน → แจ้งผลแล้ว
 */
import { buddhistDate, buddhistDateTime, bangkokDate } from '../../thai/buddhist-date.js';
import type { Message } from '../../platform/message.js';
import { conductStory } from './conduct-story.js';
import { storyKinds, mostTold, type DossierFacts, type StoryItem } from './dossier.js';
import { courseStory } from './course-story.js';
import { leniencyWords, messageWords } from './dossier-words.js';
import { momentsOf, type StoryMoments } from './story-moments.js';

/** The newest so many, the oldest of them first; `cut` if there was more. */
export function storyOf(facts: DossierFacts, most = mostTold): { story: StoryItem[]; cut: boolean } {
  const moments = momentsOf(facts);
  const all = [
    ...beginnings(facts),
    ...facts.reports.map(reported),
    ...closings(facts),
    ...facts.decisions.map((decision) => decided(decision, facts, moments)),
    ...conductStory(facts, moments),
    ...courseStory(facts, moments),
  ].sort(inOrder);
  return { story: all.slice(Math.max(0, all.length - most)), cut: all.length > most };
}

const rank = new Map(storyKinds.map((kind, i) => [kind, i]));

function inOrder(a: StoryItem, b: StoryItem): number {
  const [first, second] = [toldAt(a), toldAt(b)];
  if (first !== second) return first < second ? -1 : 1;
  return rank.get(a.kind)! - rank.get(b.kind)!;
}

const toldAt = ({ at, after }: StoryItem): string => (after !== undefined && after > at ? after : at);

function beginnings({ registeredAt, usernames, subjects }: DossierFacts): StoryItem[] {
  const nobody = { ids: {}, by: null, texts: [] };
  return [
    ...(registeredAt === null
      ? []
      : [
          {
            ...{ at: registeredAt, kind: 'seller_registered' as const, ...nobody },
            sentence: { th: 'ลงทะเบียนเป็นผู้ขาย', en: 'Registered as a seller.' },
          },
        ]),
    ...usernames.map(({ username, givenAt }) => ({
      ...{ at: givenAt, after: registeredAt ?? givenAt, kind: 'username_given' as const, ...nobody },
      sentence: {
        th: `ได้รับชื่อผู้ใช้งาน ${username ?? '(ลบแล้ว)'}`,
        en: `Was given the username ${username ?? '(erased)'}.`,
      },
    })),
    ...subjects.map(({ nickname, createdAt }) => ({
      ...{ at: createdAt, kind: 'nickname_met' as const, ...nobody },
      sentence: {
        th: `พบชื่อ ${nickname} ในกลุ่มครั้งแรก`,
        en: `The name ${nickname} was met in the group for the first time.`,
      },
    })),
  ];
}

function reported(report: DossierFacts['reports'][number]): StoryItem {
  const { id: reportId, caseId, messageType, postedAt, reportedBy, reportedAt, textId, noteTextId } = report;
  const what = messageWords[messageType];
  return {
    ...{ at: reportedAt, kind: 'report_filed', ids: { reportId, caseId }, by: reportedBy },
    sentence: {
      th: `มีผู้แจ้ง${what.th}${postedAt ? ` ที่ส่งวันที่ ${buddhistDateTime(postedAt)}` : ''}`,
      en: `${what.en} ${postedAt ? `posted on ${bangkokDate(postedAt)} ` : ''}was reported.`.replace(
        /^a/,
        'A',
      ),
    },
    texts: [
      ...(textId ? [{ kind: 'message' as const, textId }] : []),
      ...(noteTextId ? [{ kind: 'note' as const, textId: noteTextId }] : []),
    ],
  };
}

function closings({ cases }: DossierFacts): StoryItem[] {
  return cases.flatMap(({ id: caseId, status, closedAt, duplicateOf }): StoryItem[] => {
    if (closedAt === null) return [];
    const isDuplicate = status === 'duplicate';
    const sentence: Message = isDuplicate
      ? { th: `ปิดเป็นเรื่องซ้ำกับเรื่อง ${duplicateOf}`, en: `Ended as a duplicate of the case ${duplicateOf}.` }
      : { th: 'ปิดเรื่อง ไม่มีงานใน LINE เหลืออยู่', en: 'The case was closed; nothing is left to do in LINE.' };
    const kind = isDuplicate ? 'case_duplicate' : 'case_closed';
    return [{ at: closedAt, kind, sentence, ids: { caseId }, by: null, texts: [] }];
  });
}

function decided(
  decision: DossierFacts['decisions'][number],
  { rules }: DossierFacts,
  moments: StoryMoments,
): StoryItem {
  const { id: decisionId, caseId, decidedAt, decidedBy, reasonTextId, noticeTextId, replaces } = decision;
  const finding = findingOf(decision, rules.get(decision.ruleVersionId ?? ''));
  return {
    ...{ at: decidedAt, kind: 'decision_made', ids: { decisionId, caseId }, by: decidedBy },
    after: moments.making(decisionId),
    sentence: replaces
      ? {
          th: `คำวินิจฉัยใหม่แทนฉบับเดิม: ${finding.th}`,
          en: `New decision in place of the old one: ${finding.en}`,
        }
      : { th: `วินิจฉัย: ${finding.th}`, en: `Decided: ${finding.en}` },
    texts: [
      { kind: 'reason', textId: reasonTextId },
      ...(noticeTextId ? [{ kind: 'notice' as const, textId: noticeTextId }] : []),
    ],
  };
}

function findingOf(decision: DossierFacts['decisions'][number], rule: Message | undefined): Message {
  const { outcome, points, leniency, pointsAfter, expiresAt } = decision;
  const named: Message = rule ?? { th: '-', en: '-' };
  if (outcome === 'dismissed') return { th: 'ไม่พบว่าฝ่าฝืนกติกา', en: 'no rule was broken.' };
  if (outcome === 'notice')
    return { th: `แจ้งกติกา “${named.th}” ให้ทราบ ไม่มีคะแนน`, en: `reminded of “${named.en}”, no points.` };
  const why = leniency ? leniencyWords[leniency] : undefined;
  const count: Message =
    expiresAt === null
      ? { th: `ไม่มีคะแนน${why ? ` ${why.th}` : ''}`, en: `no points${why ? ` ${why.en}` : ''}` }
      : {
          th: `บันทึก ${points} คะแนน มีผลถึงวันที่ ${buddhistDate(expiresAt)}`,
          en: `${points} recorded until ${bangkokDate(expiresAt)}`,
        };
  return {
    th: `ฝ่าฝืนกติกา “${named.th}” ${count.th} รวมเป็น ${pointsAfter} คะแนน`,
    en: `broke the rule “${named.en}”: ${count.en}, ${pointsAfter} in all.`,
  };
}
