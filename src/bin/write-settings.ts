import { mkdirSync, writeFileSync } from 'node:fs';
import { settingSpecs } from '../platform/config/settings.js';

interface Spec {
  default?: unknown;
  choices?: readonly unknown[];
  desc?: string;
}

const rows = Object.entries(settingSpecs).map(([name, spec]) => rowOf(name, spec as Spec));

const page = `<!-- Written by \`npm run settings\` from src/platform/config/settings.ts; change it there. -->

# Settings

All of them are environment variables. Every one has a default, so that the service starts without any. They are read
once at the start. With a mistake in them the service does not start: it prints one sentence for each and ends with exit
code 2.

| Name | Default | Meaning |
|---|---|---|
${rows.join('\n')}
`;

mkdirSync('docs', { recursive: true });
writeFileSync('docs/settings.md', page);

function rowOf(name: string, { default: usual, choices, desc = '' }: Spec): string {
  const oneOf = choices ? `${choices.map(code).join(', ')}: ` : '';
  return `| ${code(name)} | ${usual === '' ? '' : code(usual)} | ${oneOf}${desc} |`;
}

function code(value: unknown): string {
  return `\`${String(value)}\``;
}
