import type { Multipart, MultipartFile } from '@fastify/multipart';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { SETTINGS, type Settings } from '../../platform/config/settings.js';
import { Invalid } from '../../platform/errors.js';
import { unknownFieldError } from '../../platform/http/field-errors.js';
import { required } from '../../platform/http/validation-messages.js';
import { validated } from '../../platform/http/validation.pipe.js';
import { currentActor } from '../../platform/request-context.js';
import { readMapping } from '../columns/caller-mapping.js';
import { FileTooLarge } from './file-too-large.js';
import { ImportView } from '../import-view.service.js';
import type { ConsentBasis } from '../import-run.js';
import { UploadFields } from './import-upload.dto.js';
import type { ImportDto } from '../imports.dto.js';
import { limitedKey } from '../../platform/limited-key.js';
import { Uploads, type UploadWords } from './upload.service.js';

/** What clerks send: a file and what they say about it. */
@Injectable()
export class ImportDesk {
  constructor(
    private readonly uploads: Uploads,
    private readonly view: ImportView,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Reads the multipart body as it comes in; the file is stored before the answer. */
  async upload(request: FastifyRequest): Promise<ImportDto> {
    if (currentActor().cooperativeIds) throw limitedKey();
    const parts = request.parts();
    const fields: Record<string, string> = {};
    const file = await nextFile(parts, fields);
    if (!file) throw new Invalid([{ pointer: '/file', ...required('file') }]);
    const run = await this.uploads.take({
      fileName: file.filename,
      bytes: untruncated(file.file, this.settings.MAX_UPLOAD_MB),
      // Fields may stand behind the file; they can be read once it is through.
      said: async () => {
        await nextFile(parts, fields);
        return wordsOf(fields);
      },
    });
    return this.view.run(run);
  }
}

/** Collects fields until the file comes, or the body ends. */
async function nextFile(
  parts: AsyncIterableIterator<Multipart>,
  fields: Record<string, string>,
): Promise<MultipartFile | undefined> {
  for (;;) {
    const { value: part, done } = await parts.next();
    if (done) return undefined;
    if (part.type === 'field') fields[part.fieldname] = String(part.value);
    else if (part.fieldname === 'file') return part;
    else throw new Invalid([unknownFieldError(part.fieldname, 'body')]);
  }
}

/** The parser ends a file at the limit without a word. */
async function* untruncated(file: MultipartFile['file'], megabytes: number): AsyncGenerator<Buffer> {
  yield* file;
  if (file.truncated) throw new FileTooLarge(megabytes);
}

function wordsOf(fields: Record<string, string>): UploadWords {
  // A form sends the fields that nobody filled in as empty ones.
  const filled = Object.fromEntries(Object.entries(fields).filter(([, value]) => value.trim() !== ''));
  const { mapping, formId, autoConfirm, ...basis } = validated(UploadFields, filled);
  const choices = mapping ? readMapping(mapping) : [];
  return { consentBasis: basisOf(basis), choices, formId, autoConfirm: autoConfirm === 'true' };
}

function basisOf({ consentTextVersion, consentStatedBy }: UploadFields): ConsentBasis | undefined {
  if (!consentTextVersion && !consentStatedBy) return undefined;
  if (!consentTextVersion)
    throw new Invalid([{ pointer: '/consentTextVersion', ...required('consentTextVersion') }]);
  if (!consentStatedBy) throw new Invalid([{ pointer: '/consentStatedBy', ...required('consentStatedBy') }]);
  return { textVersion: consentTextVersion, statedBy: consentStatedBy };
}
