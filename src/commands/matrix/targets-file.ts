import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { parseYamlList } from '../../check/yaml-list.ts';
import { UsageError } from '../../errors.ts';
import type { SubjectOptions } from '../idp/subject-options.ts';

const text = z.string().min(1);
/** Never the secret itself: files are copied, committed and shown. */
const reference = z.string().regex(/^\$\{\w+\}$/, "write '${NAME}', and the secret into that environment variable");

/** One identity provider, in the words of the options of `dcrh idp`. */
const targetSchema = z.strictObject({
  name: text.regex(/^[\w .()-]+$/, 'letters, digits, spaces, dots, dashes'),
  url: text,
  'client-id': text.optional(),
  'client-secret': reference.optional(),
  scope: text.optional(),
  'initial-access-token': reference.optional(),
  'second-client-id': text.optional(),
  'second-client-secret': reference.optional(),
  'renew-endpoint': text.optional(),
  'renew-method': z.enum(['POST', 'PUT', 'PATCH']).optional(),
  user: text.optional(),
  password: reference.optional(),
  ca: text.optional(),
  'canary-host': text.optional(),
  load: z.boolean().optional(),
  rate: z.int().positive().optional(),
});

export interface MatrixTarget {
  readonly name: string;
  /** Folder of its own report: the name in small letters. */
  readonly folder: string;
  readonly url: string;
  readonly options: SubjectOptions;
  readonly rate: number | undefined;
}

const optionNamed = (key: string) => key.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

const folderOf = (name: string) =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

function targetOf({ name, url, rate, ...options }: z.infer<typeof targetSchema>): MatrixTarget {
  const named = Object.fromEntries(Object.entries(options).map(([key, value]) => [optionNamed(key), value]));
  return { name, folder: folderOf(name), url, rate, options: { renewMethod: 'POST', load: false, ...named } };
}

/** Reads a targets file of `dcrh matrix`. Throws `UsageError` with the file and line of a mistake. */
export async function readTargets(path: string): Promise<MatrixTarget[]> {
  const content = await readFile(path, 'utf8').catch(() => {
    throw new UsageError(`The targets file ${path} cannot be read. Give the path of a YAML list with name and url.`);
  });
  const { entries, mistake } = parseYamlList(content, targetSchema, {
    entries: 'identity providers with name and url',
    key: 'name',
  });
  if (mistake !== null) throw new UsageError(`${path}:${mistake.line}  ${mistake.sentence}`);
  if (entries.length === 0) throw new UsageError(`${path} lists no identity provider. Give each a name and a url.`);
  const targets = entries.map(targetOf);
  const twice = targets.find(({ folder }, index) => targets.findIndex((other) => other.folder === folder) !== index);
  if (twice !== undefined)
    throw new UsageError(`${path}: the name "${twice.name}" differs from another one only in its signs.`);
  return targets;
}
