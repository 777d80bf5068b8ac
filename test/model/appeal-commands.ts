import { Command, expectAnswer, pick } from './command.js';
import type { AppealModel, CaseModel, ModerationModel, ProposalModel, RuleCode } from './moderation-model.js';
import type { Stage } from './stage.js';

const reply = 'ตรวจสอบทุกอย่างอีกครั้งแล้ว';

export class FileAppeal extends Command {
  constructor(
    private readonly n: number,
    private readonly hasNewEvidence: boolean,
  ) {
    super();
  }

  check(model: Readonly<ModerationModel>): boolean {
    return model.decisions.length > 0;
  }

  protected async act(model: ModerationModel, { market }: Stage): Promise<void> {
    const decision = pick(model.decisions, this.n);
    const body = {
      ...{ decisionId: decision.id, appellant: 'seller', statement: 'ขอให้พิจารณาใหม่' },
      ...(this.hasNewEvidence && { newEvidence: 'มีภาพหน้าจอ' }),
    };
    const answer = await market.post(0, '/v1/moderation/appeals', body);
    if (!model.mayAppeal(decision, this.hasNewEvidence)) return expectAnswer(answer, 409);
    expectAnswer(answer, 201);
    model.appeals.push({ id: answer.body.id as string, decision });
  }
}

const unheard = (model: Readonly<ModerationModel>): AppealModel[] =>
  model.appeals.filter(({ ended }) => !ended);

/** Somebody decides an appeal: refused to the decider, and where it would make things worse. */
export class HearAppeal extends Command {
  constructor(
    private readonly n: number,
    private readonly by: number,
    private readonly outcome: 'upheld' | 'modified' | 'overturned',
    private readonly newOutcome: 'violation' | 'notice',
    private readonly newRuleCode: RuleCode,
  ) {
    super();
  }

  check(model: Readonly<ModerationModel>): boolean {
    return unheard(model).length > 0;
  }

  protected async act(model: ModerationModel, { market }: Stage): Promise<void> {
    const { by, outcome, newOutcome, newRuleCode } = this;
    const appeal = pick(unheard(model), this.n);
    const old = appeal.decision;
    const modified = outcome === 'modified';
    const milder = modified ? model.foreseeMilder(old, newOutcome, newRuleCode) : undefined;
    const body = { outcome, reply, ...(modified && { newOutcome, newRuleCode }) };
    const answer = await market.post(by, `/v1/moderation/appeals/${appeal.id}/decision`, body);
    if (model.decisions.some((each) => each.matter === old.matter && each.by === by))
      return expectAnswer(answer, 403, 'REVIEWER_IS_DECIDER');
    if (typeof milder === 'string') return expectAnswer(answer, 409, milder);
    expectAnswer(answer, 200);
    appeal.ended = { outcome, at: model.now };
    if (outcome !== 'upheld') model.lift(old, milder?.sanction === 'removal');
    if (milder) {
      const { points, step, sanction } = milder;
      const id = answer.body.newDecisionId as string;
      const made = { id, matter: old.matter, outcome: newOutcome, ruleCode: newRuleCode, points, step, by };
      model.decided({ ...made, ...(sanction && { sanction: { kind: sanction } }) }, old.at);
    }
    await this.learnTasks(model, market, old.matter);
  }

  /** Tasks are what they are; the model only has to know them, to finish them later. */
  private async learnTasks(model: ModerationModel, market: Stage['market'], of: CaseModel): Promise<void> {
    const known = new Set(model.tasks.map(({ id }) => id));
    type Listed = { id: string; kind: string; causeType: string; causeId: string; status: string };
    const { body } = await market.get(`/v1/moderation/tasks?caseId=${of.id}&limit=100`);
    for (const { id, kind, causeType, causeId, status } of body.items as Listed[]) {
      if (known.has(id)) continue;
      const decision = model.decisions.find((each) => causeType === 'decision' && each.id === causeId);
      model.tasks.push({ id, kind, who: of.who, over: status !== 'open', ...(decision && { decision }) });
    }
  }
}

export class WithdrawAppeal extends Command {
  constructor(private readonly n: number) {
    super();
  }

  check(model: Readonly<ModerationModel>): boolean {
    return unheard(model).length > 0;
  }

  protected async act(model: ModerationModel, { market }: Stage): Promise<void> {
    const appeal = pick(unheard(model), this.n);
    expectAnswer(await market.post(1, `/v1/moderation/appeals/${appeal.id}/withdrawal`), 200);
    model.appeals.splice(model.appeals.indexOf(appeal), 1);
  }
}

/** Somebody proposes to take the seller back, with or without taking all strikes back. */
export class ProposeReturn extends Command {
  constructor(
    private readonly by: number,
    private readonly withStrikes: boolean,
  ) {
    super();
  }

  check(): boolean {
    return true;
  }

  protected async act(model: ModerationModel, { market, seller }: Stage): Promise<void> {
    const strikes = (await market.get(`/v1/sellers/${seller.id}/strikes`)).body.items as {
      id: string;
      decisionId: string;
      state: string;
    }[];
    const named = this.withStrikes ? strikes.filter(({ state }) => state !== 'reversed') : [];
    const body = { reason: 'สำนึกแล้ว ขอรับกลับ', strikeIds: named.map(({ id }) => id) };
    const answer = await market.post(this.by, `/v1/sellers/${seller.id}/reinstatement`, body);
    if (waiting(model).length > 0) return expectAnswer(answer, 409, 'REINSTATEMENT_PROPOSED');
    if (!model.isRemoved(0)) return expectAnswer(answer, 409, 'NOT_REMOVED');
    expectAnswer(answer, 201);
    const strikesOf = named.map(({ decisionId }) => model.decisions.find(({ id }) => id === decisionId)!);
    model.proposals.push({ id: answer.body.id as string, by: this.by, strikesOf, over: false });
  }
}

const waiting = (model: Readonly<ModerationModel>): ProposalModel[] =>
  model.proposals.filter(({ over }) => !over);

/** A second person agrees or not; refused to the first one. */
export class AnswerProposal extends Command {
  constructor(
    private readonly n: number,
    private readonly by: number,
    private readonly step: 'confirmation' | 'refusal',
  ) {
    super();
  }

  check(model: Readonly<ModerationModel>): boolean {
    return waiting(model).length > 0;
  }

  protected async act(model: ModerationModel, { market, seller }: Stage): Promise<void> {
    const proposal = pick(waiting(model), this.n);
    const answer = await market.post(this.by, `/v1/moderation/proposals/${proposal.id}/${this.step}`);
    if (this.by === proposal.by) return expectAnswer(answer, 403, 'SECOND_PERSON_REQUIRED');
    expectAnswer(answer, 200);
    proposal.over = true;
    if (this.step === 'confirmation') this.takeBack(model, proposal);
    const { body } = await market.get(`/v1/sellers/${seller.id}`);
    expect(body.status).toBe(model.isRemoved(0) ? 'removed' : 'active');
  }

  private takeBack(model: ModerationModel, { strikesOf }: ProposalModel): void {
    for (const { strike } of strikesOf) strike!.reversedAt ??= model.now;
    for (const decision of model.of(0)) {
      const { sanction } = decision;
      if (sanction?.kind !== 'removal' || sanction.endedAt !== undefined) continue;
      sanction.endedAt = model.now;
      for (const task of model.tasks) if (task.decision === decision) task.over = true;
    }
  }
}
