import { Injectable } from '@nestjs/common';
import { may, type Actor } from '../../platform/actor.js';
import { Recognition } from '../../sellers/recognition.service.js';
import { pendingReasons, type PendingReason } from '../../sellers/registration-rules.js';
import type { Seller } from '../../sellers/seller.js';
import { CandidateView } from '../review/candidate-view.service.js';
import type { CellIssue } from '../reading/cell-issue.js';
import type { ImportRowRecord } from './import-row.js';
import type { ImportRowDto, RowDecisionDto, RowPlaceDto, RowSellerDto } from './import-rows.dto.js';
import { reasonTexts } from '../review/review-reasons.js';
import { rowActions } from '../row-actions.js';
import { RowDecisionsRepository, type ShownDecision } from '../review/row-decision.repository.js';
import type { Candidate } from '../judging/row-verdict.js';

type UndecidedRow = Omit<ImportRowDto, 'allowedActions' | 'resolution' | 'history'>;

/** Rows as callers see them; answers of people only with the scope for personal details. */
@Injectable()
export class RowView {
  constructor(
    private readonly sellers: Recognition,
    private readonly decisions: RowDecisionsRepository,
    private readonly candidates: CandidateView,
  ) {}

  /** Rows of one import; two queries however many. */
  async rows(
    records: readonly ImportRowRecord[],
    headers: readonly string[],
    actor: Actor,
  ): Promise<ImportRowDto[]> {
    if (records.length === 0) return [];
    const rowNos = records.map(({ rowNo }) => rowNo);
    const decisions = await this.decisions.ofRows(records[0]!.importId, rowNos);
    const sellers = await this.sellersOf(records);
    return records.map((record) => {
      const history = decisions.filter(({ rowNo }) => rowNo === record.rowNo).map(decisionView);
      const resolution = history.findLast(({ undoneAt }) => undoneAt === null) ?? null;
      const row = this.row(record, headers, actor, sellers);
      return { ...row, allowedActions: actionsOf(record, row, resolution !== null), resolution, history };
    });
  }

  /** Sellers the rows became or may be. */
  async sellersOf(records: readonly ImportRowRecord[]): Promise<Map<string, Seller>> {
    const ids = records.flatMap((record) => [
      ...(record.sellerId ? [record.sellerId] : []),
      ...candidatesOf(record).flatMap((each) => (each.type === 'seller' ? each.sellerId : [])),
    ]);
    const sellers = await this.sellers.findByIds([...new Set(ids)]);
    return new Map(sellers.map((seller) => [seller.id, seller]));
  }

  private row(
    record: ImportRowRecord,
    headers: readonly string[],
    actor: Actor,
    sellers: ReadonlyMap<string, Seller>,
  ): UndecidedRow {
    const seller = sellers.get(record.sellerId ?? '');
    const { plannedOutcome, plannedUsername } = record;
    const open = may(actor, 'sellers:read-personal');
    return {
      ...shownRow(record, headers, actor),
      seller: seller ? sellerView(seller) : null,
      sellerOfRow: null,
      planned: plannedOutcome && { outcome: plannedOutcome, username: plannedUsername },
      candidates: this.candidates.all(candidatesOf(record), sellers, open),
    };
  }
}

function actionsOf(record: ImportRowRecord, { candidates, seller }: UndecidedRow, decided: boolean) {
  const { importId, rowNo: row, reason, outcome, cells } = record;
  const open = outcome === 'needs_review' && cells !== null;
  const pendingSellerId = outcome === 'created' && seller?.status === 'pending' ? seller.id : undefined;
  const stands = decided && reason !== 'judged_again';
  return rowActions({ importId, row, reason, open, decided: stands, pendingSellerId }, candidates);
}

/** What stands in the row itself. */
export function shownRow(record: ImportRowRecord, headers: readonly string[], actor: Actor) {
  const { rowNo, outcome, sellerId, username, reason } = record;
  const open = may(actor, 'sellers:read-personal');
  const details = record.details === null ? null : (JSON.parse(record.details) as unknown);
  return {
    ...{ row: rowNo, outcome, sellerId, username, reason, reasonText: reasonTexts[reason ?? ''] ?? null },
    issues: issuesOf(record).map(({ row: _row, got, suggestion, ...issue }) => ({
      ...issue,
      got: open ? got : null,
      ...(open && suggestion !== undefined && { suggestion }),
    })),
    changed: outcome === 'updated' ? (details as string[]) : [],
    standsIn: reason === 'judged_again' ? (details as RowPlaceDto | null) : null,
    duplicateOf: outcome === 'duplicate' ? (details as { ofRow: number }).ofRow : null,
    cells: open && record.cells !== null ? named(headers, JSON.parse(record.cells) as string[]) : null,
  };
}

export const issuesOf = ({ issues }: ImportRowRecord): CellIssue[] =>
  issues === null ? [] : (JSON.parse(issues) as CellIssue[]);

export const candidatesOf = ({ outcome, details }: ImportRowRecord): Candidate[] =>
  outcome === 'needs_review' && details !== null ? (JSON.parse(details) as Candidate[]) : [];

const sellerView = ({ id, status, username, pendingReasons: codes }: Seller): RowSellerDto => ({
  ...{ id, status, username },
  pendingReasons:
    status === 'pending'
      ? (JSON.parse(codes) as PendingReason[]).map((code) => ({ code, message: pendingReasons[code] }))
      : [],
});

function decisionView({ id: _id, importId: _import, sellerVersion: _version, ...shown }: ShownDecision) {
  const { rowNo: _row, ...view } = shown;
  return view satisfies RowDecisionDto;
}

/** Two columns of one name keep both their answers. */
function named(headers: readonly string[], cells: readonly string[]): Record<string, string> {
  const names = new Map<string, number>();
  const entries = cells.map((cell, i) => {
    const header = headers[i] || `คอลัมน์ที่ ${i + 1}`;
    const times = (names.get(header) ?? 0) + 1;
    names.set(header, times);
    return [times > 1 ? `${header} (${times})` : header, cell] as const;
  });
  return Object.fromEntries(entries);
}
