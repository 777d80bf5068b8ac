import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Database } from '../platform/database/database.js';
import { Forbidden, Invalid } from '../platform/errors.js';
import { unknownFieldError } from '../platform/http/field-errors.js';
import { required } from '../platform/http/validation-messages.js';
import { validated } from '../platform/http/validation.pipe.js';
import { currentActor } from '../platform/request-context.js';
import { headersOf, ImportReader } from './import-reader.service.js';
import { ImportView } from './import-view.service.js';
import type { ConsentBasis } from './import-run.js';
import { UploadForm, type ImportDto, type ImportRowDto, type ResolutionDto } from './imports.dto.js';
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
  ) {}

  /** Reads the multipart body as it comes in; the file is stored before the answer. */
  async upload(request: FastifyRequest): Promise<ImportDto> {
    if (currentActor().cooperativeIds) throw limitedKey();
    const fields: Record<string, string> = {};
    const parts = request.parts();
    for await (const part of parts) {
      if (part.type === 'field') fields[part.fieldname] = String(part.value);
      else if (part.fieldname !== 'file') throw new Invalid([unknownFieldError(part.fieldname, 'body')]);
      else
        return this.view.run(
          await this.uploads.take({
            fileName: part.filename,
            bytes: part.file,
            consentBasis: () => basisOf(fields),
          }),
        );
    }
    throw new Invalid([{ pointer: '/file', ...required('file') }]);
  }

  async resolve(id: string, row: number, choice: ResolutionDto): Promise<ImportRowDto> {
    const run = await this.reader.find(id);
    return this.database.transaction(async () => {
      const record = await this.resolutions.resolve(run, row, choice);
      return this.view.row(record, headersOf(run), currentActor());
    });
  }
}

/** Fields have to stand before the file; Swagger UI and browsers send them in the order of the form. */
function basisOf(fields: Record<string, string>): ConsentBasis | undefined {
  const { consentTextVersion, consentStatedBy } = validated(UploadForm, fields);
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
