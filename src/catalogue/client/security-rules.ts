import type { SeenExchange } from '../../recording/seen.ts';
import { marksIn } from '../credentials.ts';
import type { Complaint, ExchangeSpot, Select, StorySpot } from '../rules.ts';
import { bodyOf, bodySpot } from '../select.ts';
import { registrations, tokenRequests } from '../sources.ts';
import { hasSecret } from './fault-rules.ts';

const loopback = ['localhost', '127.0.0.1', '[::1]'];

const isAmong = (hosts: readonly string[], url: string) => hosts.includes(URL.parse(url)?.hostname ?? '');

/** Requests that carry a secret or a token, but for those inside this machine, where test runs do without TLS. */
export const secretRequests: Select<ExchangeSpot<string>> = (seen) => {
  const inside = [...loopback, ...seen.recordings.flatMap(({ innerHosts = [] }) => innerHosts)];
  return {
    spots: seen.exchanges
      .filter((exchange) => hasSecret(exchange) && !isAmong(inside, exchange.url))
      .map((exchange) => ({ value: exchange.url, exchange, part: 'request target', pointer: '' })),
    none: 'no secret left this machine: the identity provider is on a loopback address, or on that of the network of its containers',
  };
};

export const tlsVersions: Select<ExchangeSpot<string>> = (seen) => ({
  spots: seen.exchanges.flatMap((exchange) => {
    const version = exchange.exchange.tls?.version;
    return version === undefined ? [] : [{ value: version, exchange, part: 'connection', pointer: '' }];
  }),
  none: 'no request came over TLS',
});

/** The target and the `Referer` of requests for which no other rule looks at that. */
export const otherTargets: Select<ExchangeSpot<readonly string[]>> = (seen) => {
  const judgedElsewhere = new Set([...tokenRequests.in(seen), ...registrations.in(seen)]);
  const spots = seen.exchanges
    .filter((exchange) => !judgedElsewhere.has(exchange))
    .map((exchange) => ({
      value: [exchange.url, ...exchange.request.header('referer')],
      exchange,
      part: 'request target',
      pointer: '',
    }));
  return { spots, none: 'no request for anything but tokens and registrations was seen' };
};

/** What people read: the messages of applications and the notes of steps. */
export const messages: Select<StorySpot<string>> = (seen) => ({
  spots: seen.recordings.flatMap(({ id, applications, steps }) => [
    ...applications.flatMap(({ name, message }) =>
      message === undefined ? [] : [{ value: message, recording: id, subject: `application ${name}` }],
    ),
    ...steps.flatMap(({ title, note }) =>
      note === undefined ? [] : [{ value: note, recording: id, subject: `step ${title}` }],
    ),
  ]),
  none: 'no person read a message in any story',
});

/** A header that the changed answer put into a token, or a value that would end its own header. */
export function carriesInjectedHeader({ request }: SeenExchange): Complaint | undefined {
  const found = request.headers.find(([name, value]) => name.toLowerCase() === 'x-injected' || /[\r\n]/.test(value));
  return found === undefined
    ? undefined
    : { expected: 'no header but the product’s own', found: `the header ${found[0]}` };
}

interface TypedName {
  /** The names with quotes that were typed in the story. */
  readonly typed: readonly string[];
  readonly sent: unknown;
}

/** The name in each registration that may be for an application with quotes in its name: it is for no other. */
export const quotedNames: Select<ExchangeSpot<TypedName>> = (seen) => {
  const byStory = new Map(
    seen.recordings.map(({ id, applications }) => [
      id,
      applications.flatMap(({ name }) => (/["\\]/.test(name) ? [name] : [])),
    ]),
  );
  const spots = registrations.in(seen).flatMap((exchange) => {
    const typed = byStory.get(exchange.recording) ?? [];
    const { application } = exchange;
    if (typed.length === 0 || (application !== undefined && !typed.includes(application.name))) return [];
    return [bodySpot(exchange, { typed, sent: bodyOf(exchange)['client_name'] }, 'client_name')];
  });
  return { spots, none: 'nobody typed a name with quotes in it' };
};

export const hasNoMark = (texts: readonly string[]): Complaint | undefined =>
  texts.some((text) => marksIn(text).length > 0) ? { expected: 'no secret', found: 'a secret' } : undefined;
