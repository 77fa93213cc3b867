import { secretMembers } from '../../recording/redaction/secret-members.ts';

/** The engine multiplexes both outputs of a container: eight bytes before each piece, the last four its length. */
export function demultiplex(bytes: Buffer): string {
  const pieces: Buffer[] = [];
  let at = 0;
  while (at + 8 <= bytes.length) {
    const length = bytes.readUInt32BE(at + 4);
    pieces.push(bytes.subarray(at + 8, at + 8 + length));
    at += 8 + length;
  }
  return Buffer.concat(pieces).toString('utf8');
}

const hidden = '[secret]';

const names = [...secretMembers, 'secret', 'authorization', 'passwd', 'api[-_]?key', 'license(?:_key)?'].join('|');

/** `client_secret=…`, `"password": "…"`, `GRAVITEE_LICENSE_KEY=…` */
const assigned = new RegExp(
  String.raw`((?:^|[^A-Za-z0-9])[\w.-]*(?:${names})["']?\s*[=:]\s*)(?:(["']).*?\2|(?:(?:basic|bearer)\s+)?[^\s,;&"'}]+)`,
  'gi',
);

const inHeader = /\b(basic|bearer)\s+[A-Za-z0-9._~+/=-]{8,}/gi;

const inUrl = /(\w+:\/\/[^\s/:@]*:)[^\s/@]+@/g;

const long = /[\w~+/=-]{24,}/g;

/** What was made at random mixes letters of both kinds with digits all over; a name has them at its end, if at all. */
const isRandom = (word: string) =>
  /[a-z]/.test(word) && /[A-Z]/.test(word) && (word.match(/\d(?=[A-Za-z])|[A-Za-z](?=\d)/g) ?? []).length >= 3;

/**
 * A line of a log as it may be kept. Beside the secrets that are known, everything that stands where one belongs or looks made
 * at random goes: a product logs secrets that the harness never saw.
 */
export function withoutSecrets(line: string, known: readonly string[]): string {
  const shown = known
    .filter((secret) => secret.length >= 8)
    .reduce((text, secret) => text.replaceAll(secret, hidden), line);
  return shown
    .replace(inHeader, `$1 ${hidden}`)
    .replace(assigned, `$1${hidden}`)
    .replace(inUrl, `$1${hidden}@`)
    .replace(long, (word) => (isRandom(word) ? hidden : word));
}

const colours = /\x1b\[[0-9;]*m/g;

/** The lines of an output, without colours and secrets; the last ones when there are more. */
export const linesOf = (text: string, secrets: readonly string[], most: number): string[] =>
  text
    .replace(colours, '')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .slice(-most)
    .map((line) => withoutSecrets(line, secrets));
