import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { apimVersions, type OperationCell, type OperationRow } from '../../src/check/operation.ts';
import { toldOf } from '../../src/report/operations.ts';
import { fares } from '../../src/report/words.ts';

/** What `docs/idps/NAME.md` says of an identity provider. */
export interface Explained {
  /** Ids of the checks whose failure has a section of its own. */
  readonly fails: readonly string[];
  /** The lines about APIM with this IdP, without the white space that makes them look nice. */
  readonly apim: readonly string[];
}

const section = (text: string, title: string) =>
  text.split(/^## /m).find((part) => part.startsWith(`${title}\n`)) ?? '';

const plain = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').replace(/-{3,}/g, '---').trim())
    .filter((line) => line !== '');

export function readExplained(name: string): Explained {
  const text = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'idps', `${name}.md`), 'utf8');
  return {
    fails: [...section(text, 'Every fail').matchAll(/^### ([A-Z]{2}-\d{2}) /gm)].map(([, id = '']) => id),
    apim: plain(section(text, 'APIM with this identity provider')).slice(1),
  };
}

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;

/** The same lines, as a run makes them. */
export const apimLines = (operations: readonly OperationRow[]): string[] =>
  plain(
    [
      row(['in APIM', ...apimVersions]),
      row(['', ...apimVersions].map(() => '---')),
      ...operations.map(({ title, cells }) => row([title, ...cells.map(({ outcome }) => fares[outcome].name)])),
      ...operations.flatMap(reasonsOf),
    ].join('\n'),
  );

/** Why an operation does not simply work. */
const reasonsOf = (operation: OperationRow): string[] =>
  toldOf(operation)
    .filter(({ cell }) => cell.outcome !== 'works')
    .map(({ versions, cell }) => {
      const concerned = versions.length === apimVersions.length ? '' : ` (${versions.join(', ')})`;
      return `- ${operation.title}${concerned}: ${reasonOf(cell)}.`;
    });

const reasonOf = ({ because, settings }: OperationCell) => [because, ...settings].join('; ');
