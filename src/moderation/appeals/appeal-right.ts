/**
 * Whether a decision may be appealed now: หนึ่งครั้งต่อคำวินิจฉัย และอีกหนึ่งครั้งหากมีหลักฐานใหม่ ภายในกำหนดเวลา
 */
import type { Outcome } from '../decisions/decision.js';
import { Conflict } from '../../platform/errors.js';
import { appealEnd } from './appeal-deadline.js';
import type { Appeal } from './appeal.js';

export interface AppealFacts {
  decision: { id: string; outcome: Outcome };
  /** When the person was told of the decision; null while they were not, and then no time runs. */
  toldAt: string | null;
  /** Appeals in this case so far, the oldest first: a milder decision is no new beginning. */
  earlier: readonly Appeal[];
  hasNewEvidence: boolean;
}

/** Undefined if it may be filed. */
export function appealRefusal(facts: AppealFacts, now: string): Conflict | undefined {
  const { decision, earlier, hasNewEvidence } = facts;
  if (decision.outcome === 'dismissed') return nothingToAppeal(decision.id);
  const heard = earlier.filter(({ status }) => status !== 'withdrawn');
  const open = heard.find(({ status }) => status !== 'decided');
  if (open) return alreadyOpen(open.id);
  const succeeded = heard.find((appeal) => appeal.decisionId === decision.id && appeal.outcome !== 'upheld');
  if (succeeded) return replaced(decision.id, succeeded.id);
  if (heard.length > 1) return exhausted(decision.id);
  if (heard.length === 1 && !hasNewEvidence) return needsEvidence(decision.id);
  const from = heard[0]?.decidedAt ?? facts.toldAt;
  const end = from && appealEnd(from);
  return end && now >= end ? tooLate(decision.id, end) : undefined;
}

/** Until when the next appeal may be filed; null while the person was not told. */
export function appealableUntil({ toldAt, earlier }: Pick<AppealFacts, 'toldAt' | 'earlier'>): string | null {
  const heard = earlier.filter(({ status }) => status === 'decided');
  const from = heard.at(-1)?.decidedAt ?? toldAt;
  return from === null ? null : appealEnd(from);
}

const nothingToAppeal = (decisionId: string): Conflict =>
  new Conflict(
    'APPEAL_OF_DISMISSAL',
    {
      th: 'คำวินิจฉัยนี้ไม่ได้ลงโทษใคร จึงไม่มีสิ่งที่ต้องอุทธรณ์',
      en: 'This decision dismissed the case; there is nothing to appeal.',
    },
    { decisionId },
  );

const alreadyOpen = (appealId: string): Conflict =>
  new Conflict(
    'APPEAL_OPEN',
    {
      th: `มีการอุทธรณ์คำวินิจฉัยนี้ที่กำลังพิจารณาอยู่ ดูได้ที่ GET /v1/moderation/appeals/${appealId}`,
      en: `An appeal against this decision is being heard; see GET /v1/moderation/appeals/${appealId}.`,
    },
    { appealId },
  );

const replaced = (decisionId: string, appealId: string): Conflict =>
  new Conflict(
    'APPEAL_SUCCEEDED_BEFORE',
    {
      th: 'คำวินิจฉัยนี้ถูกกลับหรือแก้ไขจากการอุทธรณ์ก่อนหน้าแล้ว หากมีคำวินิจฉัยใหม่ ให้อุทธรณ์ฉบับใหม่',
      en: 'An earlier appeal overturned or modified this decision; appeal the one that took its place, if any.',
    },
    { decisionId, appealId },
  );

const exhausted = (decisionId: string): Conflict =>
  new Conflict(
    'APPEALS_EXHAUSTED',
    {
      th: 'คำวินิจฉัยนี้อุทธรณ์ครบสองครั้งแล้ว อุทธรณ์อีกไม่ได้ หากเห็นควรรับกลับ ให้ผู้ดูแลสองคนใช้การรับกลับ',
      en: 'Two appeals against this decision were heard. If the person should come back, two moderators may reinstate them.',
    },
    { decisionId },
  );

const needsEvidence = (decisionId: string): Conflict =>
  new Conflict(
    'APPEAL_NEEDS_NEW_EVIDENCE',
    {
      th: 'อุทธรณ์ครั้งที่สองได้เฉพาะเมื่อมีหลักฐานใหม่ กรุณาระบุในช่อง newEvidence',
      en: 'A second appeal needs new evidence; put it into newEvidence.',
    },
    { decisionId },
  );

const tooLate = (decisionId: string, until: string): Conflict =>
  new Conflict(
    'APPEAL_TOO_LATE',
    {
      th: 'พ้นกำหนดอุทธรณ์แล้ว (20 วันหลังวันที่ได้รับแจ้ง ดู until) หากเห็นควรรับกลับ ให้ผู้ดูแลสองคนใช้การรับกลับ',
      en: 'The time for an appeal is over (20 days after being told, see until). Two moderators may still reinstate the person.',
    },
    { decisionId, until },
  );
