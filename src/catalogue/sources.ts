import type { ApplicationType } from '../recording/recording.ts';
import type { Seen, SeenExchange } from '../recording/seen.ts';
import { wasRedirectedTo } from './redirects.ts';

/** Requests of one kind, with the noun that a proof sentence calls them by. */
export interface Source {
  readonly noun: string;
  readonly in: (seen: Seen) => readonly SeenExchange[];
}

export const discoveries: Source = { noun: 'metadata request', in: (seen) => seen.of('discovery') };

/** Requests to the token endpoint, also with a query of the client's own making. */
export const tokenRequests: Source = { noun: 'token request', in: (seen) => addressedTo(seen, 'token') };

/** Requests to the registration endpoint, also with a query of the client's own making. */
export const registrations: Source = { noun: 'registration request', in: (seen) => addressedTo(seen, 'registration') };

export const updates: Source = {
  noun: 'update request',
  in: (seen) => seen.of('management').filter(({ method }) => method === 'PUT'),
};

export const registrationsOf = (...types: readonly ApplicationType[]): Source => ({
  noun: `registration request of type ${types.join(' or ')}`,
  in: (seen) =>
    seen.of('registration').filter(({ applicationType }) => applicationType && types.includes(applicationType)),
});

/** The requests of a source that a condition picks; `which` continues the noun. */
export const those = (
  source: Source,
  which: string,
  pick: (exchange: SeenExchange, seen: Seen) => boolean,
): Source => ({
  noun: `${source.noun} ${which}`,
  in: (seen) => source.in(seen).filter((exchange) => pick(exchange, seen)),
});

/** Several sources in the order of the exchanges. */
export const all = (noun: string, ...sources: readonly Source[]): Source => ({
  noun,
  in: (seen) => {
    const wanted = new Set(sources.flatMap((source) => [...source.in(seen)]));
    return seen.exchanges.filter((exchange) => wanted.has(exchange));
  },
});

const endpointMember = { token: 'token_endpoint', registration: 'registration_endpoint' } as const;

function addressedTo(seen: Seen, role: 'token' | 'registration'): readonly SeenExchange[] {
  const exact = seen.of(role);
  const strays = seen.exchanges.filter(
    (exchange) =>
      exchange.role !== role &&
      exchange.url.includes('?') &&
      !wasRedirectedTo(seen, exchange) &&
      withoutQuery(exchange.url) === endpointOf(exchange, seen, role),
  );
  return strays.length === 0 ? exact : [...exact, ...strays];
}

function endpointOf(exchange: SeenExchange, seen: Seen, role: 'token' | 'registration'): string | undefined {
  const endpoint = seen.metadataFor(exchange)?.[endpointMember[role]];
  return typeof endpoint === 'string' ? withoutQuery(endpoint) : undefined;
}

const withoutQuery = (url: string) => url.split('?', 1)[0] ?? url;
