import type { Exchange } from '../../recording/exchange.ts';
import type { Recording } from '../../recording/recording.ts';

/** Header fields that curl writes by itself; a name that begins with @ would make it read a file. */
const left = /^(?:host|content-length|connection|transfer-encoding|keep-alive|expect)$|^@/i;

const mark = /\[secret:[^\]\s]+\]/g;

/** Mark of a secret → name of the shell variable that stands for it. */
export type Variables = ReadonlyMap<string, string>;

/** One name for each secret of a recording: `ACCESS_TOKEN`, `ACCESS_TOKEN_2`, … */
export function variablesOf({ exchanges }: Recording): Variables {
  const variables = new Map<string, string>();
  const used = new Map<string, number>();
  for (const [hash, member] of exchanges.flatMap(secretsOf)) {
    if (variables.has(hash)) continue;
    const base = member.toUpperCase().replace(/[^A-Z0-9]+/g, '_');
    const count = (used.get(base) ?? 0) + 1;
    used.set(base, count);
    variables.set(hash, count === 1 ? base : `${base}_${count}`);
  }
  return variables;
}

/** The secrets of an exchange, each with what it is: as the answer called it when it was issued, else by where it stands. */
function secretsOf({ request, facts }: Exchange): (readonly [hash: string, member: string])[] {
  const marksIn = (text: string) => text.match(mark) ?? [];
  return [
    ...facts.flatMap((fact) => (fact.kind === 'secret' ? [[fact.hash, fact.member] as const] : [])),
    ...request.headers.flatMap(([, value]) =>
      marksIn(value).map((hash) => [hash, /^basic\s/i.test(value) ? 'client_secret' : 'access_token'] as const),
    ),
    ...marksIn(`${request.url} ${request.body.text}`).map((hash) => [hash, 'secret'] as const),
  ];
}

/**
 * The request as a command for a POSIX shell. Everything that a target wrote stands in single quotes, so that pasting the
 * command runs nothing of it; secrets are variables, for the reader to set.
 */
export function curlOf({ request, facts }: Exchange, variables: Variables): string {
  const { method, url, headers, body } = request;
  const word = (text: string) => quote(text, variables);
  const basic = facts.find((fact) => fact.kind === 'basic-credentials');
  const field = ([name, value]: Exchange['request']['headers'][number]) => {
    const [secret] = value.match(mark) ?? [];
    return basic !== undefined && secret !== undefined && /^basic\s/i.test(value)
      ? `--user ${word(`${basic.clientId}:${secret}`)}`
      : `--header ${word(`${name}: ${value}`)}`;
  };
  return [
    `curl --globoff --request ${word(method)} --url ${word(url)}`,
    ...headers.filter(([name]) => !left.test(name)).map(field),
    ...(body.encoding === 'latin1'
      ? ['--data-binary @body']
      : body.text === ''
        ? []
        : [`--data-raw ${word(body.text)}`]),
  ].join(' \\\n  ');
}

/** `'Authorization: Bearer '"${ACCESS_TOKEN}"` */
function quote(text: string, variables: Variables): string {
  const secrets = [...text.matchAll(mark)].map(([hash]) => `"\${${variables.get(hash) ?? 'SECRET'}}"`);
  const words = text.split(mark).map((part, index) => {
    const plain = part === '' ? '' : `'${part.replaceAll("'", `'\\''`)}'`;
    return plain + (secrets[index] ?? '');
  });
  return words.join('') || "''";
}
