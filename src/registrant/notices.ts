import type { Registration } from './registration.ts';
import { sameSet, textIn, textsIn, type Metadata } from './metadata.ts';

/** Something about an answer that a person should know, though the client was registered. */
export interface Notice {
  readonly about: 'name' | 'grants' | 'redirects' | 'auth-method' | 'scope' | 'secret' | 'expired' | 'expires-soon';
  /** undefined: there is nothing to say. `now` in seconds since the epoch. */
  readonly of: (asked: Metadata, answer: Metadata, now: number) => string | undefined;
}

const substituted = (member: string, says: (asked: string, answered: string) => string): Notice['of'] => {
  return (asked, answer) => {
    const [before, after] = [textIn(asked[member]), textIn(answer[member])];
    return before === undefined || after === undefined || before === after ? undefined : says(before, after);
  };
};

const substitutedList = (member: string, what: string): Notice['of'] => {
  return (asked, answer) => {
    const [before, after] = [textsIn(asked[member]), textsIn(answer[member])];
    return before === undefined || after === undefined || sameSet(before, after)
      ? undefined
      : `The identity provider registered the ${what} ${after.join(', ')} in place of ${before.join(', ')}.`;
  };
};

const wordsIn = (scope: unknown) => textsIn(scope) ?? textIn(scope)?.split(' ');

function scopeNotice(asked: Metadata, answer: Metadata): string | undefined {
  const [before, after] = [wordsIn(asked['scope']), wordsIn(answer['scope'])];
  const lacking = after && before?.filter((scope) => !after.includes(scope));
  return lacking === undefined || lacking.length === 0
    ? undefined
    : `The identity provider registered the client without the scope ${lacking.join(' ')}.`;
}

const isConfidential = (asked: Metadata) => textIn(asked['token_endpoint_auth_method']) !== 'none';

/** RFC 7591 §3.2.1: seconds since the epoch, 0 for never. undefined: the answer does not say, or not in numbers. */
export function expiryIn({ client_secret_expires_at: value }: Metadata): number | undefined {
  const seconds = typeof value === 'string' ? Number(value) : value;
  return typeof seconds === 'number' && seconds > 0 ? seconds : undefined;
}

const day = 86_400;

/** RFC 7591 §3.2.1: a server may substitute any member, and the client is to look whether it can live with that. */
export const notices: readonly Notice[] = [
  {
    about: 'name',
    of: substituted('client_name', (before, after) => `The identity provider calls it "${after}", not "${before}".`),
  },
  { about: 'grants', of: substitutedList('grant_types', 'grant types') },
  { about: 'redirects', of: substitutedList('redirect_uris', 'redirect URIs') },
  {
    about: 'auth-method',
    of: substituted(
      'token_endpoint_auth_method',
      (before, after) => `The client is to authenticate with ${after}, not with ${before}.`,
    ),
  },
  { about: 'scope', of: scopeNotice },
  {
    about: 'secret',
    of: (asked, answer) =>
      isConfidential(asked) && textIn(answer['client_secret']) === undefined
        ? 'The identity provider issued no client secret.'
        : undefined,
  },
  {
    about: 'expired',
    of: (_asked, answer, now) =>
      (expiryIn(answer) ?? Infinity) <= now ? 'The client secret has expired already.' : undefined,
  },
  {
    about: 'expires-soon',
    of(_asked, answer, now) {
      const expiry = expiryIn(answer);
      return expiry === undefined || expiry <= now || expiry > now + day
        ? undefined
        : `The client secret expires in ${Math.round(expiry - now)} seconds and has to be renewed.`;
    },
  },
];

/** All that there is to say about a registration, in one text. */
export function noticesOf(
  which: readonly Notice[],
  { asked, information }: Registration,
  now: number,
): string | undefined {
  const said = which.flatMap(({ of }) => of(asked, information, now) ?? []);
  return said.length === 0 ? undefined : said.join(' ');
}
