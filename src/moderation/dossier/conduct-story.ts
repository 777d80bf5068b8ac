/** Strikes and sanctions of a dossier, and what became of them: ใบเตือน 1 คะแนน หมดอายุ หรือถูกยกเลิกตามผลการอุทธรณ์ */
import { bangkokDate, buddhistDate } from '../../thai/buddhist-date.js';
import type { DossierFacts, StoryItem } from './dossier.js';
import { causeWords, stepWords } from './dossier-words.js';
import type { StoryMoments } from './story-moments.js';

type Told = Pick<DossierFacts, 'record' | 'now'>;

export const conductStory = (facts: Told, moments: StoryMoments): StoryItem[] => [
  ...strikes(facts, moments),
  ...sanctions(facts, moments),
];

function strikes({ record, now }: Told, moments: StoryMoments): StoryItem[] {
  const reversals = new Map(record.reversals.map((reversal) => [reversal.strikeId, reversal]));
  return record.strikes.flatMap(({ id: strikeId, decisionId, points, issuedAt, expiresAt }): StoryItem[] => {
    const base = { ids: { strikeId, decisionId }, by: null, texts: [] };
    const issued: StoryItem = {
      ...{ at: issuedAt, after: moments.making(decisionId), kind: 'strike_issued', ...base },
      sentence: {
        th: `ได้รับใบเตือน ${points} คะแนน หมดอายุวันที่ ${buddhistDate(expiresAt)}`,
        en: `Strike of ${points}, valid until ${bangkokDate(expiresAt)}.`,
      },
    };
    const reversal = reversals.get(strikeId);
    if (reversal) {
      const why = causeWords[reversal.cause];
      const sentence = {
        th: `ใบเตือน ${points} คะแนน ถูกยกเลิก${why.th}`,
        en: `The strike of ${points} was taken back ${why.en}.`,
      };
      const ids = { ...base.ids, ...causeIds(reversal) };
      const { at, causeId, endedBy: by } = reversal;
      const after = moments.cause(causeId);
      return [issued, { ...base, at, after, kind: 'strike_reversed', sentence, ids, by }];
    }
    if (expiresAt > now) return [issued];
    const sentence = { th: `ใบเตือน ${points} คะแนน หมดอายุ`, en: `The strike of ${points} expired.` };
    return [issued, { ...base, at: expiresAt, kind: 'strike_expired', sentence }];
  });
}

function sanctions({ record }: Told, moments: StoryMoments): StoryItem[] {
  const ends = new Map(record.ends.map((end) => [end.sanctionId, end]));
  return record.sanctions.flatMap(({ id: sanctionId, decisionId, kind, startedAt }): StoryItem[] => {
    const step = stepWords[kind];
    const base = { ids: { sanctionId, decisionId }, by: null, texts: [] };
    const started: StoryItem = {
      ...{ at: startedAt, after: moments.making(decisionId), kind: 'sanction_started', ...base },
      sentence: { th: `มาตรการ: ${step.th}`, en: `Sanction: ${step.en}.` },
    };
    const end = ends.get(sanctionId);
    if (!end) return [started];
    const why = causeWords[end.cause];
    const sentence = {
      th: `มาตรการ${step.th} สิ้นสุด${why.th}`,
      en: `The sanction (${step.en}) ended ${why.en}.`,
    };
    const ids = { ...base.ids, ...causeIds(end) };
    const { at, causeId, endedBy: by } = end;
    const after = moments.cause(causeId);
    return [started, { ...base, at, after, kind: 'sanction_ended', sentence, ids, by }];
  });
}

const causeIds = ({ cause, causeId }: { cause: 'appeal' | 'reinstatement'; causeId: string }) =>
  cause === 'appeal' ? { appealId: causeId } : { proposalId: causeId };
