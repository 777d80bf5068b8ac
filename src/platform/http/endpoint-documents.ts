import type { Type } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiExtension,
  ApiExtraModels,
  ApiHeader,
  ApiOperation,
  ApiProduces,
  ApiResponse,
  ApiSecurity,
  ApiTags,
  getSchemaPath,
} from '@nestjs/swagger';
import type { EndpointOptions } from './endpoint.options.js';
import { errorsOf } from './endpoint-errors.js';
import type { HandlerShape } from './handler-shape.js';
import { ProblemDto } from './problem.dto.js';
import { titleOf } from './problem.js';
import type { RouteMeta } from './route.js';
import { tagName } from './tags.js';

/** What Swagger's compiler plugin has guessed about answers; the options know better. */
const forgetGuessedResponses: MethodDecorator = (_target, _key, descriptor) => {
  Reflect.deleteMetadata('swagger/apiResponse', descriptor.value as object);
};

/** All decorators that make up the documentation of one operation. */
export function documentEndpoint(
  options: EndpointOptions,
  route: RouteMeta,
  shape: HandlerShape,
  operationId: string,
): MethodDecorator[] {
  const { summary, description, tag, deprecated } = options;
  return [
    forgetGuessedResponses,
    ApiOperation({
      operationId,
      summary: `${summary.th} · ${summary.en}`,
      description: description && `${description.th}\n\n${description.en}`,
      ...(deprecated && { deprecated }),
    }),
    ApiTags(tagName(tag)),
    ApiExtension('x-order', options.order ?? 100),
    ...documentAccess(route),
    ...documentBody(options, route, shape),
    ...documentHeaders(route),
    documentSuccess(options, route),
    ...documentErrors(options, route, shape),
  ];
}

function documentAccess({ access }: RouteMeta): MethodDecorator[] {
  const required = ApiExtension('x-required-scope', access);
  if (access === 'public') return [required];
  const scopes = access === 'authenticated' ? [] : [access];
  return [required, ApiSecurity('staff', scopes), ApiSecurity('apiKey', scopes)];
}

function documentBody(options: EndpointOptions, route: RouteMeta, shape: HandlerShape): MethodDecorator[] {
  const examples = options.examples?.request;
  const type = options.form ?? shape.body;
  if (route.body === 'none') return [];
  if (route.body === 'multipart') {
    return [ApiConsumes('multipart/form-data'), ...(type ? [ApiBody({ type, examples })] : [])];
  }
  const json =
    options.method === 'PATCH' ? ['application/merge-patch+json', 'application/json'] : ['application/json'];
  const consumes = route.body === 'form' ? ['application/x-www-form-urlencoded'] : json;
  return [ApiConsumes(...consumes), ...(type ? [ApiBody({ type, examples })] : [])];
}

function documentHeaders({ idempotent, ifMatch }: RouteMeta): MethodDecorator[] {
  const headers = [
    ApiHeader({
      name: 'Accept-Language',
      description: 'ภาษาของข้อความตอบกลับ · language of messages',
      required: false,
      schema: { type: 'string', enum: ['th', 'en'], default: 'th' },
    }),
  ];
  if (idempotent) {
    headers.push(
      ApiHeader({
        name: 'Idempotency-Key',
        description: 'คีย์กันทำซ้ำ เก็บไว้อย่างน้อย 24 ชั่วโมง · makes a retry safe, kept at least 24 h',
        required: false,
        schema: { type: 'string', minLength: 1, maxLength: 255 },
      }),
    );
  }
  if (ifMatch !== undefined) {
    headers.push(
      ApiHeader({
        name: 'If-Match',
        description: 'version ที่อ่านได้ล่าสุด เช่น "3" หรือ 3 · the version (ETag) you read last, "3" or 3',
        required: ifMatch === 'required',
        schema: { type: 'string', maxLength: 100 },
      }),
    );
  }
  return headers;
}

function documentSuccess(options: EndpointOptions, { status }: RouteMeta): MethodDecorator {
  const { returns, list, produces } = options;
  const description = status === 204 ? 'สำเร็จ ไม่มีเนื้อหา · Done, no content' : 'สำเร็จ · Done';
  const headers = {
    'X-Request-Id': { description: 'หมายเลขคำขอ · id of the request', schema: { type: 'string' as const } },
    ...(status === 201 && {
      Location: {
        description: 'ที่อยู่ของสิ่งที่สร้าง · address of what was created',
        schema: { type: 'string' as const },
      },
    }),
  };
  const decorate: MethodDecorator[] = [];
  if (produces !== undefined) {
    decorate.push(ApiProduces(produces));
    const schema = { type: 'string' as const };
    decorate.push(ApiResponse({ status, description, headers, content: { [produces]: { schema } } }));
  } else if (returns === undefined) {
    decorate.push(ApiResponse({ status, description, headers }));
  } else {
    decorate.push(ApiExtraModels(returns));
    const schema = list ? pageSchema(returns) : { $ref: getSchemaPath(returns) };
    const example = options.examples?.response;
    const content = { 'application/json': { schema, ...(example !== undefined && { example }) } };
    decorate.push(ApiResponse({ status, description, headers, content }));
  }
  return (target, key, descriptor) => decorate.forEach((one) => one(target, key, descriptor));
}

const pageSchema = (item: Type<unknown>) => ({
  type: 'object' as const,
  required: ['items', 'nextCursor'],
  properties: {
    items: { type: 'array' as const, items: { $ref: getSchemaPath(item) } },
    nextCursor: {
      type: 'string' as const,
      nullable: true,
      description: 'ส่งเป็น cursor เพื่อขอหน้าถัดไป · pass as cursor to get the next page; null on the last',
    },
  },
});

function documentErrors(options: EndpointOptions, route: RouteMeta, shape: HandlerShape): MethodDecorator[] {
  const byStatus = new Map<number, string[]>();
  for (const { status, code, when } of errorsOf(options, route, shape)) {
    const lines = byStatus.get(status) ?? [];
    lines.push(`- \`${code}\`: ${when.th} · ${when.en}`);
    byStatus.set(status, lines);
  }
  return [...byStatus]
    .sort(([a], [b]) => a - b)
    .map(([status, lines]) =>
      ApiResponse({
        status,
        description: `${titleOf(status).th} · ${titleOf(status).en}\n\n${lines.join('\n')}`,
        content: { 'application/problem+json': { schema: { $ref: getSchemaPath(ProblemDto) } } },
      }),
    );
}
