import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { UsageError } from '../errors.ts';
import { jsonOf, objectOf } from './body.ts';
import { readHar } from './har.ts';
import { recordingSchema, recordingVersion, type Recording } from './recording.ts';

/** Writes `<folder>/<id>.json` and returns its path. */
export async function writeRecording(folder: string, recording: Recording): Promise<string> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, `${recording.id}.json`);
  await writeFile(path, `${JSON.stringify(recordingSchema.parse(recording), null, 1)}\n`);
  return path;
}

/** Reads one recording, or a HAR 1.2 file as one. */
export async function readRecording(path: string): Promise<Recording> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new UsageError(`${path} cannot be read: ${reasonOf(error)}. Give the path of a recording or a HAR file.`);
  });
  return parseRecording(text, path);
}

const reasons: Record<string, string> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'permission denied',
};

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return reasons[code] ?? (code === '' ? String(error) : code);
}

/** `path` is only used to name the file in errors and the imported recording. */
export function parseRecording(text: string, path: string): Recording {
  const json = objectOf(jsonOf(text));
  if (json?.['format'] !== 'dcr-harness/recording') return readHar(text, path);
  if (json['version'] !== recordingVersion)
    throw new UsageError(
      `${path} is a recording of version ${String(json['version'])}; this harness reads version ${recordingVersion}. Record it again, or use the version that wrote it.`,
    );
  const read = recordingSchema.safeParse(json);
  if (read.success) return read.data;
  throw new UsageError(`${path} is a damaged recording: ${z.prettifyError(read.error).replaceAll('\n', ' ')}`);
}

/** Every recording of a folder, sorted by file name. Empty when there is no such folder. */
export async function readRecordings(folder: string): Promise<Recording[]> {
  const names = await readdir(folder).catch(() => []);
  const files = names.filter((name) => name.endsWith('.json')).sort();
  return Promise.all(files.map((name) => readRecording(join(folder, name))));
}
