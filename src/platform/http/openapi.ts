import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { scopes } from '../actor.js';
import { arrange } from './openapi-order.js';
import { ProblemDto } from './problem.dto.js';
import { scopeTexts } from './scope-texts.js';

/** Where staff sign in; the one route the documents must know by name. */
const tokenUrl = '/v1/sessions/token';

const description = `ระบบทะเบียนผู้ขายของตลาดกลาง ชสอ. ออนไลน์: ลงทะเบียนผู้ขาย ออกชื่อผู้ใช้งาน นำเข้าคำตอบแบบฟอร์ม และดูแลกลุ่ม

**เริ่มใช้งาน** กดปุ่ม **Authorize** ด้านขวา ใส่ชื่อผู้ใช้และรหัสผ่านของเจ้าหน้าที่ หรือวางคีย์ แล้วเปิดหัวข้อที่ต้องการ กด **Execute** ได้ทันที ตัวอย่างทุกอันใช้ได้จริง

- ทุกข้อผิดพลาดมีรหัส \`code\` และข้อความไทย–อังกฤษ: [รายการข้อผิดพลาด](/docs/problems)
- สิทธิ์ของแต่ละคำสั่ง: [ตารางสิทธิ์](/docs/scopes)
- ส่ง \`Idempotency-Key\` กับคำสั่งที่สร้างหรือเปลี่ยนข้อมูล แล้วส่งซ้ำได้อย่างปลอดภัยภายใน 24 ชั่วโมง
- การแก้ไขต้องส่ง \`If-Match\` เป็น ETag ที่อ่านได้ล่าสุด
- รายการยาวแบ่งหน้าด้วย \`limit\` และ \`cursor\`

---

Seller registry of ตลาดกลาง ชสอ. ออนไลน์. Press **Authorize** and sign in with a staff account or paste an API key; every example runs as it is. Errors are [RFC 9457 problem documents](/docs/problems) with a stable \`code\`; [who may call what](/docs/scopes). POST takes \`Idempotency-Key\`, kept for 24 hours at least; PATCH is JSON Merge Patch and needs \`If-Match\`; lists page by \`limit\` and \`cursor\`. Times are RFC 3339 in UTC. If a JSON object names a member twice, the last one counts.`;

/** The OpenAPI document of everything the application offers; the same for the same code. */
export function describeApi(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('ทะเบียนผู้ขาย ตลาดกลาง ชสอ. ออนไลน์ · Seller registry')
    .setDescription(description)
    .setVersion('1')
    .addServer('/')
    // Swagger UI puts the cursor into the last of these; the style shows it first.
    .addSecurity('apiKey', {
      type: 'http',
      scheme: 'bearer',
      description: 'คีย์ของแอปพันธมิตร fsct_… · API key of a program',
    })
    .addOAuth2(
      {
        type: 'oauth2',
        description: 'เจ้าหน้าที่: ชื่อผู้ใช้และรหัสผ่าน · staff: user name and password',
        flows: {
          password: {
            tokenUrl,
            scopes: Object.fromEntries(
              scopes.map((scope) => [scope, `${scopeTexts[scope].th} · ${scopeTexts[scope].en}`]),
            ),
          },
        },
      },
      'staff',
    )
    .build();
  return arrange(
    SwaggerModule.createDocument(app, config, { extraModels: [ProblemDto], autoTagControllers: false }),
  );
}
