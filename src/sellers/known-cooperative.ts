/**
 * The cooperative of a seller there is. Another copy of the service may have added it a moment ago: สหกรณ์ที่เพิ่งเพิ่มจาก
 * อีกเครื่องหนึ่ง จะเห็นภายในหนึ่งวินาที
 */
import type { DirectoryCooperative } from '../cooperatives/directory-index.js';
import { Unavailable } from '../platform/errors.js';

/** Throws Unavailable (try again in a second) while the directory in memory is behind. */
export function cooperativeOf(
  directory: { get(id: string): DirectoryCooperative | undefined },
  id: string,
): DirectoryCooperative {
  const cooperative = directory.get(id);
  if (cooperative) return cooperative;
  throw new Unavailable('DIRECTORY_BEHIND', undefined, 1);
}
