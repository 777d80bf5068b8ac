/** What people did afterwards: งานใน LINE การอุทธรณ์ และข้อเสนอที่ต้องมีผู้ยืนยันอีกคน */
import type { Message } from '../../platform/message.js';
import { bangkokDate, buddhistDate } from '../../thai/buddhist-date.js';
import type { DossierFacts, StoryItem, StoryKind } from './dossier.js';
import { appellantWords, endingWords, proposalWords, rulingWords, taskWords } from './dossier-words.js';
import type { StoryMoments } from './story-moments.js';

export const courseStory = (facts: DossierFacts, moments: StoryMoments): StoryItem[] => [
  ...facts.tasks.map((one) => task(one, moments)),
  ...facts.appeals.flatMap((one) => appeal(one, facts)),
  ...facts.proposals.flatMap(proposal),
];

function task(row: DossierFacts['tasks'][number], moments: StoryMoments): StoryItem {
  const { id: taskId, kind, status, caseId, causeType, causeId, dueAt, proofTextId } = row;
  const { th, en } = taskWords[kind];
  const ids = {
    ...{ taskId, ...(caseId && { caseId }) },
    ...(causeType === 'decision' && { decisionId: causeId }),
    ...(causeType === 'appeal' && { appealId: causeId }),
    ...(causeType === 'reinstatement' && { proposalId: causeId }),
  };
  const texts = proofTextId ? [{ kind: 'proof' as const, textId: proofTextId }] : [];
  const told = (at: string, as: StoryKind, by: string | null, sentence: Message): StoryItem => ({
    ...{ at, after: afterOf(row, moments), kind: as, sentence, ids, by, texts },
  });
  const { createdAt, doneAt, doneBy, updatedAt } = row;
  if (status === 'done')
    return told(doneAt!, 'task_done', doneBy, { th: `ทำแล้วใน LINE: ${th}`, en: `Done in LINE: ${en}.` });
  if (status === 'not_possible')
    return told(doneAt!, 'task_not_possible', doneBy, { th: `ทำไม่ได้: ${th}`, en: `Not possible: ${en}.` });
  if (status === 'cancelled')
    return told(updatedAt, 'task_cancelled', null, {
      th: `ไม่ต้องทำแล้ว: ${th}`,
      en: `Not needed any more: ${en}.`,
    });
  return told(createdAt, 'task_open', null, {
    th: `ต้องทำใน LINE (ยังไม่เสร็จ): ${th}${dueAt ? ` ภายในวันที่ ${buddhistDate(dueAt)}` : ''}`,
    en: `To be done in LINE: ${en}${dueAt ? ` by ${bangkokDate(dueAt)}` : ''}.`,
  });
}

/** Tasks that an appeal or a reinstatement made or cancelled are told after it. */
const afterOf = ({ status, causeType, causeId }: DossierFacts['tasks'][number], moments: StoryMoments) =>
  causeType !== 'decision'
    ? moments.cause(causeId)
    : status === 'cancelled'
      ? moments.undoing(causeId)
      : moments.making(causeId);

function appeal(row: DossierFacts['appeals'][number], { appealDecisions }: DossierFacts): StoryItem[] {
  const { id: appealId, decisionId, caseId, number, appellant, status, filedAt, filedBy, updatedAt } = row;
  const ids = { appealId, decisionId, caseId };
  const { th, en } = appellantWords[appellant];
  const evidence = row.newEvidenceTextId;
  const filed: StoryItem = {
    ...{ at: filedAt, kind: 'appeal_filed', ids, by: filedBy },
    sentence: { th: `${th}ยื่นอุทธรณ์ ครั้งที่ ${number}`, en: `${en} filed appeal number ${number}.` },
    texts: [
      { kind: 'statement', textId: row.statementTextId },
      ...(evidence ? [{ kind: 'new_evidence' as const, textId: evidence }] : []),
    ],
  };
  if (status === 'withdrawn') {
    const sentence = { th: 'ผู้อุทธรณ์ขอถอนการอุทธรณ์', en: 'The appeal was withdrawn.' };
    return [filed, { at: updatedAt, kind: 'appeal_withdrawn', sentence, ids, by: null, texts: [] }];
  }
  const ended = appealDecisions.find((decision) => decision.appealId === appealId);
  if (!ended) return [filed];
  const ruling = rulingWords[ended.outcome];
  return [
    filed,
    {
      ...{ at: ended.decidedAt, kind: 'appeal_decided', ids, by: ended.decidedBy },
      sentence: { th: `ผลการอุทธรณ์: ${ruling.th}`, en: `Appeal: ${ruling.en}.` },
      texts: [{ kind: 'reply', textId: ended.replyTextId }],
    },
  ];
}

function proposal(row: DossierFacts['proposals'][number]): StoryItem[] {
  const {
    id: proposalId,
    kind,
    status,
    caseId,
    proposedAt,
    proposedBy,
    endedAt,
    endedBy,
    reasonTextId,
  } = row;
  const ids = { proposalId, ...(caseId && { caseId }) };
  const { th, en } = proposalWords[kind];
  const made: StoryItem = {
    ...{ at: proposedAt, kind: 'proposal_made', sentence: { th, en: `${en}.` }, ids, by: proposedBy },
    texts: [{ kind: 'reason', textId: reasonTextId }],
  };
  if (status === 'proposed' || endedAt === null) return [made];
  const end = endingWords[status];
  const sentence = { th: end.th, en: `${end.en}.` };
  return [made, { at: endedAt, kind: 'proposal_ended', sentence, ids, by: endedBy, texts: [] }];
}
