import { refusal } from '../refusal.ts';
import type { Provider } from '../state/providers.ts';
import { openConnections, type Connections } from './transport.ts';
import { authoritiesOf } from './trust-store.ts';

/** The connections to IdPs, by what is trusted on them. */
export interface Trust extends Disposable {
  /** By the trust store of the provider. */
  of(provider: Provider): Promise<Connections>;
  /** Those of the provider that was opened last: an address of a client does not tell whose it is. */
  latest(): Connections;
}

/** `text`: what the REST caller is told when a trust store cannot be read. */
export function openTrust(text: string): Trust {
  const usual = openConnections();
  const opened = new Map<string, Connections>();
  let latest = usual;
  const connectionsFor = async (store: unknown): Promise<Connections> => {
    const authorities = await authoritiesOf(store).catch(() => {
      throw refusal(400, text, { technicalCode: 'clientRegistrationProvider.invalid' });
    });
    if (authorities === undefined) return usual;
    const known = opened.get(authorities.join());
    if (known !== undefined) return known;
    const connections = openConnections(authorities);
    opened.set(authorities.join(), connections);
    return connections;
  };
  return {
    of: async ({ trust_store }) => (latest = await connectionsFor(trust_store)),
    latest: () => latest,
    [Symbol.dispose]() {
      for (const connections of [usual, ...opened.values()]) connections[Symbol.dispose]();
    },
  };
}
