import type { Multipart, MultipartFile } from '@fastify/multipart';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { SETTINGS, type Settings } from '../platform/config/settings.js';
import { Database } from '../platform/database/database.js';
import { Forbidden, Invalid } from '../platform/errors.js';
import { unknownFieldError } from '../platform/http/field-errors.js';
import { required } from '../platform/http/validation-messages.js';
import { validated } from '../platform/http/validation.pipe.js';
import { currentActor } from '../platform/request-context.js';
import { FileTooLarge } from './file-too-large.js';
import { headersOf, ImportReader } from './import-reader.service.js';
import { ImportView } from './import-view.service.js';
import type { ConsentBasis } from './import-run.js';
import { UploadFields, type ImportDto, type ImportRowDto, type ResolutionDto } from './imports.dto.js';
import { Resolutions } from './resolution.service.js';
import { Uploads } from './upload.service.js';

/** What clerks do with imports: send a file, decide about rows. */
@Injectable()
export class ImportDesk {
  constructor(
    private readonly database: Database,
    private readonly uploads: Uploads,
    private readonly resolutions: Resolutions,
    private readonly reader: ImportReader,
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
      consentBasis: async () => {
        await nextFile(parts, fields);
        return basisOf(fields);
      },
    });
    return this.view.run(run);
  }

  async resolve(id: string, row: number, choice: ResolutionDto): Promise<ImportRowDto> {
    const run = await this.reader.find(id);
    return this.database.transaction(async () => {
      const record = await this.resolutions.resolve(run, row, choice);
      return this.view.row(record, headersOf(run), currentActor());
    });
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

function basisOf(fields: Record<string, string>): ConsentBasis | undefined {
  // A form sends the fields that nobody filled in as empty ones.
  const filled = Object.fromEntries(Object.entries(fields).filter(([, value]) => value.trim() !== ''));
  const { consentTextVersion, consentStatedBy } = validated(UploadFields, filled);
  if (!consentTextVersion && !consentStatedBy) return undefined;
  if (!consentTextVersion)
    throw new Invalid([{ pointer: '/consentTextVersion', ...required('consentTextVersion') }]);
  if (!consentStatedBy) throw new Invalid([{ pointer: '/consentStatedBy', ...required('consentStatedBy') }]);
  return { textVersion: consentTextVersion, statedBy: consentStatedBy };
}

const limitedKey = (): Forbidden =>
  new Forbidden('KEY_LIMITED_TO_COOPERATIVES', {
    th: 'คีย์ที่จำกัดเฉพาะบางสหกรณ์นำเข้าไฟล์ไม่ได้ กรุณาใช้บัญชีเจ้าหน้าที่หรือคีย์ที่ไม่จำกัดสหกรณ์',
    en: 'A key limited to cooperatives cannot import files; use a staff account or an unlimited key.',
  });
