import { scopes } from '../actor.js';
import { fontFaces, pageStyle } from './docs-style.js';
import type { RouteIndex } from './route-index.js';
import type { Access } from './route.js';
import { titleOf } from './problem.js';
import { scopeTexts } from './scope-texts.js';

/** `/docs/problems`: every code with what it means. */
export function problemsPage(index: RouteIndex): string {
  const rows = index.allProblems().map(({ status, code, when }) => {
    const title = titleOf(status);
    return `<tr id="${escape(code)}"><td>${status}<td><code>${escape(code)}</code><td>${escape(when.th)}<br><small>${escape(when.en)}</small><td>${escape(title.th)}`;
  });
  return page('ข้อผิดพลาด · Problems', ['สถานะ', 'code', 'ความหมาย', 'ชื่อ'], rows);
}

/** `/docs/scopes`: which route needs which scope. */
export function scopesPage(index: RouteIndex): string {
  const order: Access[] = [...scopes, 'authenticated', 'public'];
  const routes = [...index.routes].sort(
    (a, b) => order.indexOf(a.access) - order.indexOf(b.access) || (a.path < b.path ? -1 : 1),
  );
  const rows = routes.map(
    ({ method, path, access }) =>
      `<tr><td><code>${escape(access)}</code><td>${escape(meaning(access))}<td>${method}<td><code>${escape(path)}</code>`,
  );
  return page('สิทธิ์ · Scopes', ['สิทธิ์', 'ทำอะไรได้', 'คำสั่ง', 'ที่อยู่'], rows);
}

function meaning(access: Access): string {
  if (access === 'public') return 'ทุกคน · everybody';
  if (access === 'authenticated') return 'ทุกคนที่เข้าสู่ระบบแล้ว · everybody signed in';
  return `${scopeTexts[access].th} · ${scopeTexts[access].en}`;
}

const page = (title: string, heads: string[], rows: string[]): string => `<!doctype html>
<html lang="th"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title}</title><link rel="icon" href="/docs/favicon-32x32.png"><style>${fontFaces}${pageStyle}</style>
<h1>${title}</h1><p><a href="/docs">← /docs</a></p>
<table><thead><tr>${heads.map((head) => `<th>${head}`).join('')}<tbody>${rows.join('\n')}</table></html>`;

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? '');
