/** Standing as the audit chain alone tells it: ใบเตือนและมาตรการตามที่บันทึกไว้ในสายบันทึกตรวจสอบ */
export interface ChainEntry {
  action: string;
  subjectType: string;
  subjectId: string;
  /** JSON. */
  payload: string;
}

interface ToldStrike {
  subjectId: string;
  decisionId: string;
  points: number;
  issuedAt: string;
  expiresAt: string;
  reversedAt?: string;
}
interface ToldSanction {
  subjectId: string;
  decisionId: string;
  kind: string;
  startedAt: string;
  endedAt?: string;
}

/** What was told so far; entries are taken in the order of the chain. */
export class ReplayedStanding {
  private readonly strikes = new Map<string, ToldStrike>();
  private readonly sanctions = new Map<string, ToldSanction>();

  take({ action, subjectId: id, payload }: ChainEntry): void {
    const told = JSON.parse(payload) as ToldStrike & ToldSanction & { at: string };
    if (action === 'strike.issued') this.strikes.set(id, told);
    if (action === 'strike.reversed') this.strikes.get(id)!.reversedAt = told.at;
    if (action === 'sanction.started') this.sanctions.set(id, told);
    if (action === 'sanction.ended') this.sanctions.get(id)!.endedAt = told.at;
  }

  pointsOf(subjectIds: readonly string[], at: string): number {
    return this.strikesOf(subjectIds)
      .filter(
        ({ issuedAt, expiresAt, reversedAt }) => issuedAt <= at && at < expiresAt && !isPast(reversedAt, at),
      )
      .reduce((sum, { points }) => sum + points, 0);
  }

  isRemoved(subjectIds: readonly string[], at: string): boolean {
    return [...this.sanctions.values()].some(
      ({ subjectId, kind, startedAt, endedAt }) =>
        subjectIds.includes(subjectId) && kind === 'removal' && startedAt <= at && !isPast(endedAt, at),
    );
  }

  private strikesOf(subjectIds: readonly string[]): ToldStrike[] {
    return [...this.strikes.values()].filter(({ subjectId }) => subjectIds.includes(subjectId));
  }
}

const isPast = (moment: string | undefined, at: string): boolean => moment !== undefined && moment <= at;
