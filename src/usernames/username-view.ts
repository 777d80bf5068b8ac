/**
 * Verdicts as callers see them: what is unknown is null, and a cooperative is shown by what its usernames need
 * (101650 อยู่ดีกินดี A), not by all that the directory keeps.
 */
import type { DirectoryCooperative } from '../cooperatives/directory-index.js';
import type { UsernameCooperativeDto, UsernameVerdictDto } from './usernames.dto.js';
import type { UsernameVerdict } from './validate-username.js';

export function verdictView(verdict: UsernameVerdict, registered: boolean): UsernameVerdictDto {
  const { input, valid, canonical, sellerName, segments, issues, length } = verdict;
  return {
    input,
    valid,
    canonical: canonical ?? null,
    sellerName: sellerName ?? null,
    segments,
    issues,
    length,
    displayName: verdict.displayName ?? null,
    cooperative: verdict.cooperative ? cooperativeView(verdict.cooperative) : null,
    candidates: verdict.candidates.map(({ cooperative, reason, edits }) => ({
      cooperative: cooperativeView(cooperative),
      reason,
      edits,
    })),
    registered,
  };
}

export function cooperativeView(cooperative: DirectoryCooperative): UsernameCooperativeDto {
  const { id, registrationNumber, fullName, shortName, regionCode } = cooperative;
  return { id, registrationNumber, fullName, shortName, regionCode };
}
