import { Injectable } from '@nestjs/common';
import { CooperativeDirectory } from '../cooperatives/cooperative-directory.service.js';
import { may, type Actor } from '../platform/actor.js';
import type { HeaderNotice } from '../platform/tabular/header.js';
import type { CellIssue } from './cell-issue.js';
import type { ImportRowRecord } from './import-row.js';
import type { ImportRunEntity } from './import.entity.js';
import type { CandidateDto, ImportDto, ImportRowDto } from './imports.dto.js';
import type { MappingProposal } from './mapping-proposal.js';
import { importCounts, type OutcomeTally } from './outcome-counts.js';
import { reasonTexts } from './review-reasons.js';
import type { Candidate } from './row-verdict.js';

/** Imports and rows as callers see them; answers of people only with the scope for personal details. */
@Injectable()
export class ImportView {
  constructor(private readonly directory: CooperativeDirectory) {}

  run(run: ImportRunEntity): ImportDto {
    const { id, status, fileName, fileSize, encoding, delimiter, createdBy, createdAt } = run;
    const { columns, warnings } = JSON.parse(run.mapping) as MappingProposal;
    const notices = [...(JSON.parse(run.notices) as HeaderNotice[]), ...warnings];
    return {
      ...{ id, status, fileName, fileSize, encoding, delimiter },
      counts: importCounts(run.total, JSON.parse(run.counts) as OutcomeTally),
      columns: columns.map(({ header, field, confidence, why }) => ({ header, field, confidence, why })),
      notices: notices.map(({ code, message }) => ({ code, message })),
      failure: run.failure === null ? null : (JSON.parse(run.failure) as ImportDto['failure']),
      ...{ createdBy, createdAt, startedAt: run.startedAt, finishedAt: run.finishedAt, version: run.version },
    };
  }

  row(record: ImportRowRecord, headers: readonly string[], actor: Actor): ImportRowDto {
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
      candidates: outcome === 'needs_review' ? this.candidates((details ?? []) as Candidate[], open) : [],
      changed: outcome === 'updated' ? (details as string[]) : [],
      duplicateOf: outcome === 'duplicate' ? (details as { ofRow: number }).ofRow : null,
      cells: open && record.cells !== null ? named(headers, JSON.parse(record.cells) as string[]) : null,
    };
  }

  private candidates(candidates: readonly Candidate[], open: boolean): CandidateDto[] {
    return candidates.map((candidate, i) => ({ number: i + 1, ...this.candidate(candidate, open) }));
  }

  private candidate(candidate: Candidate, open: boolean): Omit<CandidateDto, 'number'> {
    if (candidate.type === 'seller') return { ...candidate, label: `ผู้ขาย ${candidate.sellerId}` };
    if (candidate.type === 'cooperative') {
      const { fullName = '', registrationNumber = '' } =
        this.directory.current().get(candidate.cooperativeId) ?? {};
      return { ...candidate, label: `${fullName} (${registrationNumber})` };
    }
    const { title, firstName, lastName } = candidate.name;
    const parts = [title && `คำนำหน้า ${title}`, `ชื่อ ${firstName}`, lastName && `นามสกุล ${lastName}`];
    return { type: 'name', label: open ? parts.filter(Boolean).join(' ') : 'ชื่อ (ปิดบัง)' };
  }
}

export const issuesOf = ({ issues }: ImportRowRecord): CellIssue[] =>
  issues === null ? [] : (JSON.parse(issues) as CellIssue[]);

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
