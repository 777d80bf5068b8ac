import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { Invalid } from '../errors.js';
import { currentContext } from '../request-context.js';
import { canonicalJson } from './canonical-json.js';
import { unknownFieldError } from './field-errors.js';
import { required } from './validation-messages.js';

/** A multipart body of one file, in memory, and the fields beside it. */
export interface SmallUpload {
  file: Buffer;
  /** As the sender named it; never a path to be opened. */
  fileName: string;
  fields: Record<string, string>;
}

/**
 * Reads a multipart body whose part `file` has at most `mostBytes`, whatever the order of its parts. An
 * Idempotency-Key then stands for this file and these fields.
 * @throws Invalid without a file or with another one; UPLOAD_ONE_FILE, UPLOAD_TOO_LARGE and UPLOAD_MALFORMED as the parser
 *   says
 */
export async function readSmallUpload(request: FastifyRequest, mostBytes: number): Promise<SmallUpload> {
  const fields: Record<string, string> = {};
  let found: { file: Buffer; fileName: string } | undefined;
  for await (const part of request.parts({ limits: { fileSize: mostBytes } })) {
    if (part.type === 'field') fields[part.fieldname] = String(part.value);
    else if (part.fieldname !== 'file') throw new Invalid([unknownFieldError(part.fieldname, 'body')]);
    else found = { file: await part.toBuffer(), fileName: part.filename };
  }
  if (found === undefined) throw new Invalid([{ pointer: '/file', ...required('file') }]);
  const upload = { ...found, fields };
  standFor(upload);
  return upload;
}

function standFor({ file, fields }: SmallUpload): void {
  const { idempotency } = currentContext();
  if (idempotency === undefined) return;
  const hash = createHash('sha256').update(`${idempotency.fingerprint}\n${canonicalJson(fields)}\n`);
  idempotency.fingerprint = hash.update(file).digest('hex');
}
