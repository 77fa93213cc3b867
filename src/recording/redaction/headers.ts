import type { BasicCredentials, Header } from '../exchange.ts';
import { parseBasic } from './basic.ts';
import { placeholders } from './secret-members.ts';

/** The secrets of one header value, and how to write the header without them. */
export interface HeaderSecrets {
  values: { member: string; value: string }[];
  basic?: BasicCredentials;
  write: (mark: (value: string) => string) => string;
}

const authorization = /^(\S+)(\s+)(.*)$/s;

/** Authorization, Proxy-Authorization, Cookie and Set-Cookie; undefined for every other header. */
export function secretsOf([name, value]: Header, knownSecrets: ReadonlySet<string>): HeaderSecrets | undefined {
  switch (name.toLowerCase()) {
    case 'authorization':
    case 'proxy-authorization':
      return credentials(value, knownSecrets);
    case 'cookie':
      return cookies(value, /;\s*/);
    case 'set-cookie':
      return cookies(value, /;.*$/s);
    default:
      return undefined;
  }
}

function credentials(value: string, knownSecrets: ReadonlySet<string>): HeaderSecrets | undefined {
  const [, scheme = '', space = '', rest = ''] = authorization.exec(value) ?? [];
  const bare = rest === '' ? value.trim() : rest;
  if (placeholders.has(bare.trim()) || (rest === '' && /^(?:basic|bearer|dpop)$/i.test(bare))) return undefined;
  const basic = scheme.toLowerCase() === 'basic' ? parseBasic(rest, knownSecrets) : undefined;
  const secret = basic?.secret ?? bare;
  const member = basic === undefined ? 'access_token' : 'client_secret';
  return {
    values: [{ member, value: secret }],
    ...(basic && { basic: basic.fact }),
    write: (mark) => `${rest === '' ? '' : scheme + space}${mark(secret)}`,
  };
}

function cookies(value: string, rest: RegExp): HeaderSecrets {
  const pairs = value.split(rest).filter((pair) => pair.includes('='));
  const values = pairs.map((pair) => pair.slice(pair.indexOf('=') + 1)).filter((part) => !placeholders.has(part));
  return {
    values: values.map((part) => ({ member: 'cookie', value: part })),
    write: (mark) => values.reduce((done, part) => done.replace(part, () => mark(part)), value),
  };
}
