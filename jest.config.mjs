import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Names of all installed packages that are ES modules: Jest runs in CommonJS mode and needs them compiled. */
function esModulePackages(folder, names = new Set()) {
  if (!existsSync(folder)) return names;
  for (const name of readdirSync(folder)) {
    if (name.startsWith('.')) continue;
    if (name.startsWith('@') && !folder.includes('/@')) {
      esModulePackages(join(folder, name), names);
      continue;
    }
    const manifest = join(folder, name, 'package.json');
    if (!existsSync(manifest)) continue;
    const { name: fullName = '', type } = JSON.parse(readFileSync(manifest, 'utf8'));
    if (type === 'module' && !/^@(angular-devkit|schematics|babel|jest|inquirer)\//.test(fullName))
      names.add(fullName);
    esModulePackages(join(folder, name, 'node_modules'), names);
  }
  return names;
}

const compile = (syntax) => [
  '@swc/jest',
  {
    swcrc: false,
    sourceMaps: 'inline',
    jsc: {
      target: 'es2022',
      keepClassNames: true,
      parser:
        syntax === 'typescript'
          ? { syntax, decorators: true, dynamicImport: true }
          : { syntax, dynamicImport: true },
      ...(syntax === 'typescript' && {
        transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
      }),
    },
    module: { type: 'commonjs' },
  },
];

const esModules = [...esModulePackages(join(import.meta.dirname, 'node_modules'))]
  .map((name) => name.replace(/[.+]/g, '\\$&'))
  .join('|');

const base = {
  testEnvironment: 'node',
  rootDir: import.meta.dirname,
  // Tests name the sources but run the compiled artefact, so that the Swagger plugin's work is tested too.
  moduleNameMapper: {
    '^(?:\\.\\./)+src/(.*)\\.js$': '<rootDir>/dist/src/$1.js',
    '^(?:\\.\\./)+ormconfig\\.js$': '<rootDir>/dist/ormconfig.js',
    '^(\\.{1,2}/.*)\\.js$': ['$1.js', '$1.ts', '$1'],
  },
  transform: { '^.+\\.ts$': compile('typescript'), '^.+\\.m?js$': compile('ecmascript') },
  transformIgnorePatterns: [`/node_modules/(?!(?:.*/node_modules/)?(?:${esModules})/)`],
};

/** @type {import('jest').Config} */
export default {
  // Machines are slow and noisy; no test measures time by this.
  testTimeout: 60_000,
  projects: [
    { ...base, displayName: 'unit', testMatch: ['<rootDir>/test/unit/**/*.spec.ts'] },
    { ...base, displayName: 'architecture', testMatch: ['<rootDir>/test/architecture/**/*.spec.ts'] },
    { ...base, displayName: 'e2e', testMatch: ['<rootDir>/test/e2e/**/*.e2e-spec.ts'] },
    // They start the service as a process of its own and kill it; slow by nature.
    { ...base, displayName: 'faults', testMatch: ['<rootDir>/test/faults/*.fault-spec.ts'] },
    // These stop and freeze a database server of their own.
    { ...base, displayName: 'server-faults', testMatch: ['<rootDir>/test/faults/server/*.fault-spec.ts'] },
  ],
};
