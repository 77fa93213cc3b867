import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import { test } from 'node:test';

const root = join(import.meta.dirname, '..');
const posixPath = (path: string) => path.split(sep).join(posix.sep);

/** Folder → the folders of ours that its files may import from, itself always included. */
const allowed: Record<string, readonly string[]> = {
  'src/check': [],
  'src/oauth': [],
  'src/recording': ['src/errors.ts', 'src/check'],
  'src/catalogue': ['src/check', 'src/oauth', 'src/recording'],
  'src/registrant': ['src/oauth'],
  'src/report': ['src/check', 'src/recording', 'src/errors.ts'],
  'src/config': ['src/check', 'src/errors.ts'],
  'src/target/containers': ['src/config', 'src/recording', 'src/errors.ts'],
  'src/target/images': ['reference-apim', 'src/target/containers', 'src/config', 'src/errors.ts'],
  'src/target/idp': [
    'mock-idp',
    'src/target/release.ts',
    'src/target/until.ts',
    'src/target/containers',
    'src/target/images',
    'src/config',
    'src/oauth',
    'src/recording',
    'src/errors.ts',
  ],
  'src/target/sut': [
    'reference-apim',
    'src/target/release.ts',
    'src/target/until.ts',
    'src/target/containers',
    'src/target/images',
    'src/config',
    'src/recording',
    'src/errors.ts',
  ],
  'mock-idp': ['src/recording', 'src/oauth', 'src/errors.ts'],
  'reference-apim': ['src/oauth', 'src/errors.ts'],
};

const sources = globSync('{src,fixtures,scenarios,mock-idp,reference-apim}/**/*.ts', { cwd: root })
  .map(posixPath)
  .filter((file) => !file.endsWith('.test.ts') && !file.endsWith('.spec.ts'));

const tests = globSync('{src,fixtures,scenarios,mock-idp,reference-apim}/**/*.{test,spec}.ts', { cwd: root }).map(
  posixPath,
);

const textOf = (file: string) => readFileSync(join(root, file), 'utf8');

const importsOf = (file: string) =>
  [...textOf(file).matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map(([, path = '']) =>
    posixPath(relative(root, join(root, dirname(file), path))),
  );

const inside = (file: string, folder: string) => file === folder || file.startsWith(`${folder}/`);

for (const [folder, others] of Object.entries(allowed))
  test(`${folder} imports nothing of ours but ${others.join(', ') || 'itself'}`, () => {
    const own = sources.filter((file) => inside(file, folder));
    assert.ok(own.length > 0);
    const strangers = own.flatMap((file) =>
      importsOf(file)
        .filter((path) => ![folder, ...others].some((other) => inside(path, other)))
        .map((path) => `${file} imports ${path}`),
    );
    assert.deepEqual(strangers, []);
  });

test('src never imports fixtures', () => {
  const strangers = sources.filter(
    (file) => inside(file, 'src') && importsOf(file).some((path) => inside(path, 'fixtures')),
  );
  assert.deepEqual(strangers, []);
});

test('locators stand in fixtures/pages only, those of tests included', () => {
  const locator = /\.(?:getBy(?:Role|Text|Label|TestId|Placeholder|Title|AltText)|locator|frameLocator)\(/;
  const strangers = [...sources, ...tests].filter(
    (file) => !inside(file, 'fixtures/pages') && locator.test(textOf(file)),
  );
  assert.deepEqual(strangers, []);
});

test('only src/config reads the environment', () => {
  const strangers = sources.filter((file) => !inside(file, 'src/config') && textOf(file).includes('process.env'));
  assert.deepEqual(strangers, []);
});

test('nothing sleeps, and nothing waits for a quiet network', () => {
  const sleeping = /waitForTimeout|networkidle|setTimeout\(\s*resolve/;
  assert.deepEqual(
    sources.filter((file) => sleeping.test(textOf(file))),
    [],
  );
});
