/* global module */
/** The floors of the house: an import may only go down. See docs/architecture.md. */
const floors = [
  ['thai'],
  ['platform'],
  ['journal'],
  ['cooperatives', 'access', 'screening', 'webhooks', 'notifications', 'health'],
  ['usernames'],
  ['sellers'],
  ['imports', 'moderation', 'statistics'],
  ['roster'],
];
const upTo = (level) => floors.slice(level).flat();
const folder = (names) => `^src/(?:${names.join('|')})/`;

const onlyDown = floors.slice(0, -1).map((names, level) => ({
  name: `${names.join('-')}-never-up`,
  severity: 'error',
  from: { path: folder(names) },
  to: { path: folder(upTo(level + 1)) },
}));

const layer = '\\.(?:controller|service|repository|dto|module|entity|job|guard|provider|filter|csv)\\.ts$';

const bareFile = {
  path: '^src/(?:thai|cooperatives|usernames|screening|sellers|imports|moderation|roster|journal|access|statistics)/',
  pathNot: layer,
};

module.exports = {
  forbidden: [
    ...onlyDown,
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'features-never-import-the-top',
      severity: 'error',
      from: { path: folder(floors.flat()) },
      to: { path: '^src/(?:main|app\\.|bin/)' },
    },
    {
      name: 'thai-is-alone',
      severity: 'error',
      from: { path: '^src/thai/' },
      to: { pathNot: '^src/thai/' },
    },
    {
      name: 'sideways-only-along-the-lines',
      comment: 'Features of one floor do not know each other.',
      severity: 'error',
      from: {
        path: '^src/(cooperatives|access|screening|webhooks|notifications|health|imports|moderation|statistics)/',
      },
      to: {
        path: '^src/(?:cooperatives|access|screening|webhooks|notifications|health|imports|moderation|statistics)/',
        pathNot: ['^src/$1/', '^src/(?:cooperatives|screening)/'],
      },
    },
    {
      name: 'a-bare-file-is-pure',
      severity: 'error',
      from: bareFile,
      to: {
        path: '(?:^|/)node_modules/(?:@nestjs|typeorm|mysql2|better-sqlite3|pino|fastify)|\\.(?:controller|service|repository|module|entity|job|guard)\\.ts$|^src/platform/(?!tabular/)',
        pathNot: '^src/platform/(?:(?:actor|errors|instant|message)|http/canonical-json)\\.ts$',
      },
    },
    {
      name: 'a-bare-file-knows-no-machine',
      comment: 'No files, no network. Hashing is pure; what else crypto offers is watched by purity.spec.ts.',
      severity: 'error',
      from: bareFile,
      to: { dependencyTypes: ['core'], pathNot: '^crypto$' },
    },
    {
      name: 'entities-and-repositories-stay-home',
      severity: 'error',
      from: { path: '^src/([^/]+)/' },
      to: { path: '\\.(?:entity|repository)\\.ts$', pathNot: '^src/$1/' },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
};
