import { createHash } from 'node:crypto';
import { fontFaces } from '../../platform/http/docs-style.js';

/** Sarabun from this service; without it (a page saved and opened later) a Thai typeface of the machine. */
export const dossierStyle = `${fontFaces}
@page{size:A4;margin:16mm 14mm}
*{box-sizing:border-box}
body{font:15px/1.65 Sarabun,"TH Sarabun New","Leelawadee UI",Thonburi,"Noto Sans Thai",sans-serif;color:#1a1a1a;max-width:210mm;margin:1.5rem auto;padding:0 1rem;overflow-wrap:anywhere}
header{border-bottom:2px solid #1a1a1a;margin-bottom:1rem}header p{margin:0}h1{font-size:1.7rem;line-height:1.4;margin:0}
h2{font-size:1.1rem;margin:1.2rem 0 .4rem;break-after:avoid}.made,small{color:#555;font-size:.82rem}.made{margin-bottom:.4rem}
.summary{font-weight:700;border:1px solid #888;padding:.4rem .7rem;margin:0}.cut{color:#8a1c00}
table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.35rem .5rem;border-bottom:1px solid #ccc}
.person th{width:9rem;font-weight:400;color:#555}.story thead{display:table-header-group}.story th{border-bottom:2px solid #888}
.story .at{width:9.5rem}.story td:last-child{width:8.5rem}.story p{margin:0}tr{break-inside:avoid-page}
blockquote{margin:.3rem 0;padding:.1rem .6rem;border-left:3px solid #bbb;white-space:pre-line;unicode-bidi:isolate}blockquote b{font-size:.82rem;color:#555;font-weight:400}
.ids{display:block;font-size:.68rem;color:#777}
@media print{body{font-size:11pt;margin:0;padding:0;max-width:none}}`;

const styleHash = createHash('sha256').update(dossierStyle).digest('base64');

/** The page may use its own style and this service's typeface, and nothing else: no script, no picture, no form. */
export const dossierPolicy = [
  "default-src 'none'",
  `style-src 'sha256-${styleHash}'`,
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join(';');
