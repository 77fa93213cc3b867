import { Inconclusive } from '../../../errors.ts';

/** Codes of Node's and OpenSSL's errors that are about a certificate nobody here trusts. */
const untrusted = /CERT|SELF_SIGNED|SIGNATURE|ALTNAME/;

/** The sentence for an address at which nothing answers, with the cause and what to do. */
export function unanswered(
  what: string,
  url: string,
  { error, advice }: { error: unknown; advice: string },
): Inconclusive {
  const code = codeOf(error);
  const because = code === undefined ? '' : ` (${code})`;
  return new Inconclusive(
    code !== undefined && untrusted.test(code)
      ? `${what}: the certificate of ${url} is not trusted${because}. Name its authority in NODE_EXTRA_CA_CERTS.`
      : `${what}: nothing answers at ${url}${because}. ${advice}`,
    { cause: error },
  );
}

/** Of the innermost cause that has one: fetch wraps what the socket said. */
function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error.name === 'TimeoutError') return 'no answer in time';
  const inner = codeOf(error.cause);
  if (inner !== undefined) return inner;
  return 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
