import fc from 'fast-check';
import type { Appeal, AppealDecision } from '../../../src/moderation/appeals/appeal.js';
import type { Decision } from '../../../src/moderation/decisions/decision.js';
import type { DossierFacts, StoryItem } from '../../../src/moderation/dossier/dossier.js';
import { storyOf } from '../../../src/moderation/dossier/dossier-story.js';
import { standingSentence } from '../../../src/moderation/dossier/standing-sentence.js';
import type { Proposal } from '../../../src/moderation/proposals/proposal.js';
import type { Report } from '../../../src/moderation/reports/report.js';
import type { Task } from '../../../src/moderation/tasks/task.js';
import { daysAgo, now } from './facts.js';

const nothing: DossierFacts = {
  ...{ registeredAt: null, usernames: [], subjects: [], reports: [], cases: [], decisions: [], tasks: [] },
  ...{ appeals: [], appealDecisions: [], proposals: [], now },
  record: { strikes: [], reversals: [], sanctions: [], ends: [] },
  rules: new Map([['v1', { th: 'งดเรื่องนอกการขาย', en: 'only about selling' }]]),
};

const decision: Decision = {
  ...{ id: 'd1', caseId: 'c1', replaces: '', subjectId: 'x', sellerId: null, outcome: 'violation' },
  ...{ ruleCode: 'off_topic', ruleVersionId: 'v1', severity: 'S1', policyNumber: 1, points: 1 },
  ...{ leniency: null, expiresAt: '2026-04-15T03:00:00.000Z', pointsBefore: 1, pointsAfter: 2 },
  ...{ step: 'final_warning', reasonTextId: 't1', reasonHash: '', noticeTextId: 't2', noticeHash: '' },
  ...{ decidedBy: 'staff:a', confirmedBy: null, decidedAt: '2026-01-15T03:00:00.000Z' },
};
const report = (reportedAt: string, more: Partial<Report> = {}): Report => ({
  ...{ id: 'r1', caseId: 'c1', subjectId: 'x', authorNickname: 'ก', messageType: 'text', postedAt: null },
  ...{ textId: 't0', textHash: '', noteTextId: null, fingerprint: '', source: 'single' },
  ...{ reportedBy: 'staff:a', reportedAt, ...more },
});
const appeal: Appeal = {
  ...{ id: 'a1', decisionId: 'd1', caseId: 'c1', subjectId: 'x', number: 1, status: 'decided' },
  ...{ appellant: 'seller', filedBy: 'staff:a', filedAt: '2026-01-20T03:00:00.000Z', statementTextId: 't3' },
  ...{ newEvidenceTextId: null, claimedBy: null, claimedUntil: null, outcome: 'overturned' },
  ...{ decidedAt: '2026-01-21T03:00:00.009Z', updatedAt: '2026-01-21T03:00:00.009Z', version: 2 },
};
const ruling: AppealDecision = {
  ...{ id: 'ad1', appealId: 'a1', outcome: 'overturned', newDecisionId: null, replyTextId: 't4' },
  ...{ replyHash: '', decidedBy: 'staff:b', decidedAt: '2026-01-21T03:00:00.009Z' },
};
const task = (more: Partial<Task>): Task => ({
  ...{ id: 'k1', kind: 'rename', status: 'open', subjectId: 'x', sellerId: null, cooperativeId: null },
  ...{ caseId: 'c1', causeType: 'decision', causeId: 'd1', messageTextId: null, claimedBy: null },
  ...{ claimedUntil: null, doneBy: null, doneAt: null, proofTextId: null, dueAt: null },
  ...{ createdAt: now, updatedAt: now, version: 1, ...more },
});
const proposal: Proposal = {
  ...{ id: 'p1', kind: 'reinstatement', status: 'refused', subjectId: 'x', sellerId: null, caseId: null },
  ...{ contents: '{}', reasonTextId: 't5', proposedBy: 'staff:a', proposedAt: daysAgo(3) },
  ...{ endedBy: 'staff:b', endedAt: daysAgo(2), version: 2 },
};

const tell = (facts: Partial<DossierFacts>): StoryItem[] => storyOf({ ...nothing, ...facts }).story;
const sentences = (facts: Partial<DossierFacts>): string[] => tell(facts).map(({ sentence }) => sentence.th);

describe('a story', () => {
  const told: [Partial<DossierFacts>, string[]][] = [
    [
      { decisions: [decision] },
      ['วินิจฉัย: ฝ่าฝืนกติกา “งดเรื่องนอกการขาย” บันทึก 1 คะแนน มีผลถึงวันที่ 15 เมษายน 2569 รวมเป็น 2 คะแนน'],
    ],
    [
      { decisions: [{ ...decision, points: 0, expiresAt: null, leniency: 'before_notice', pointsAfter: 1 }] },
      ['วินิจฉัย: ฝ่าฝืนกติกา “งดเรื่องนอกการขาย” ไม่มีคะแนน เพราะส่งก่อนได้รับแจ้งครั้งก่อน รวมเป็น 1 คะแนน'],
    ],
    [{ decisions: [{ ...decision, outcome: 'dismissed' }] }, ['วินิจฉัย: ไม่พบว่าฝ่าฝืนกติกา']],
    [
      { decisions: [{ ...decision, outcome: 'notice', replaces: 'd0' }] },
      ['คำวินิจฉัยใหม่แทนฉบับเดิม: แจ้งกติกา “งดเรื่องนอกการขาย” ให้ทราบ ไม่มีคะแนน'],
    ],
    [
      { reports: [report(now, { messageType: 'sticker', postedAt: '2026-02-28T18:30:00.000Z' })] },
      ['มีผู้แจ้งสติกเกอร์ ที่ส่งวันที่ 1 มีนาคม 2569 เวลา 01.30 น.'],
    ],
    [
      { tasks: [task({ dueAt: '2026-03-15T03:00:00.000Z' })] },
      ['ต้องทำใน LINE (ยังไม่เสร็จ): ขอให้เปลี่ยนชื่อในกลุ่ม ภายในวันที่ 15 มีนาคม 2569'],
    ],
    [
      { tasks: [task({ status: 'not_possible', doneAt: now, doneBy: 'staff:a' })] },
      ['ทำไม่ได้: ขอให้เปลี่ยนชื่อในกลุ่ม'],
    ],
    [{ appeals: [{ ...appeal, status: 'withdrawn' }] }, ['เจ้าตัวยื่นอุทธรณ์ ครั้งที่ 1', 'ผู้อุทธรณ์ขอถอนการอุทธรณ์']],
    [{ proposals: [proposal] }, ['เสนอให้รับกลับเข้ากลุ่ม', 'ผู้ดูแลอีกคนไม่เห็นชอบข้อเสนอ']],
  ];
  it.each(told.map(([facts, words]) => [words.join(' → '), facts] as const))('tells “%s”', (words, facts) => {
    expect(sentences(facts).join(' → ')).toBe(words);
  });

  it('tells a strike as long as it counts, when it has expired, and when it was taken back', () => {
    const issuedAt = daysAgo(10);
    const one = {
      id: 's',
      decisionId: 'd1',
      subjectId: 'x',
      ruleCode: 'off_topic',
      points: 1,
      issuedAt,
    } as const;
    const record = (expiresAt: string) => ({ ...nothing.record, strikes: [{ ...one, expiresAt }] });
    const kinds = (facts: Partial<DossierFacts>) => tell(facts).map(({ kind }) => kind);
    expect(kinds({ record: record(daysAgo(-1)) })).toEqual(['strike_issued']);
    expect(kinds({ record: record(now) })).toEqual(['strike_issued', 'strike_expired']);
    const reversal = { strikeId: 's', subjectId: 'x', at: daysAgo(5), causeId: 'a1', endedBy: 'staff:b' };
    const reversals = [{ ...reversal, cause: 'appeal' as const }];
    expect(kinds({ record: { ...record(daysAgo(1)), reversals } })).toEqual([
      'strike_issued',
      'strike_reversed',
    ]);
  });

  it('tells the end of an appeal before what came of it, though that was written down first', () => {
    const at = '2026-01-21T03:00:00.002Z';
    const end = { at, cause: 'appeal', causeId: 'a1', endedBy: 'staff:b', subjectId: 'x' } as const;
    const strike = { id: 's', decisionId: 'd1', subjectId: 'x', ruleCode: 'off_topic', points: 1 } as const;
    const kinds = tell({
      ...{ decisions: [decision], appeals: [appeal], appealDecisions: [ruling] },
      record: {
        strikes: [{ ...strike, issuedAt: decision.decidedAt, expiresAt: decision.expiresAt! }],
        reversals: [{ strikeId: 's', ...end }],
        sanctions: [
          { id: 'm', decisionId: 'd1', subjectId: 'x', kind: 'removal', startedAt: decision.decidedAt },
        ],
        ends: [{ sanctionId: 'm', ...end }],
      },
      tasks: [
        task({ status: 'cancelled', updatedAt: at }),
        task({ kind: 'invite', causeType: 'appeal', causeId: 'a1', createdAt: at }),
      ],
    }).map(({ kind }) => kind);
    expect(kinds).toEqual([
      ...['decision_made', 'strike_issued', 'sanction_started', 'appeal_filed', 'appeal_decided'],
      ...['strike_reversed', 'sanction_ended', 'task_cancelled', 'task_open'],
    ]);
  });

  it('keeps the newest when there is too much, and says so', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(500), { maxLength: 40 }), fc.integer({ min: 1, max: 40 }), (ages, most) => {
        const reports = ages.map((age) => report(daysAgo(age)));
        const { story, cut } = storyOf({ ...nothing, reports }, most);
        const inOrder = ages.map((age) => daysAgo(age)).sort();
        expect(story.map(({ at }) => at)).toEqual(inOrder.slice(-most));
        expect(cut).toBe(ages.length > most);
      }),
    );
  });
});

describe('standing in a sentence', () => {
  const clearAt = '2026-04-15T03:00:00.000Z';
  it.each([
    [
      { activePoints: 0, step: 'none', nextStep: 'warning', removed: false, clearAt: null },
      'ไม่มีคะแนนที่มีผล หากฝ่าฝืนอีก 1 คะแนน: ตักเตือน',
    ],
    [
      { activePoints: 2, step: 'final_warning', nextStep: 'removal', removed: false, clearAt },
      'มี 2 คะแนนที่มีผล (ตักเตือนครั้งสุดท้าย) คะแนนจะหมดทั้งหมดวันที่ 15 เมษายน 2569 หากฝ่าฝืนอีก 1 คะแนน: เชิญออกจากกลุ่ม',
    ],
    [
      { activePoints: 0, step: 'none', nextStep: null, removed: true, clearAt: null },
      'ถูกเชิญออกจากกลุ่มอยู่ ไม่มีคะแนนที่มีผล',
    ],
  ] as const)('of %j is “%s”', (standing, sentence) => {
    expect(standingSentence(standing).th).toBe(sentence);
  });
});
