import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider';

interface Entry {
  payload: AdapterPayload;
  /** Milliseconds since the epoch. */
  expiresAt: number;
}

type Entries = Map<string, Entry>;

/** What one view holds in memory: clients, tokens, sessions. Nothing is evicted, so a run may register any number of clients. */
export interface Store {
  readonly adapter: AdapterFactory;
  readonly clients: Adapter;
  listClients(): AdapterPayload[];
}

export function createStore(): Store {
  const models = new Map<string, Entries>();
  const entriesOf = (model: string): Entries => {
    const entries = models.get(model) ?? new Map<string, Entry>();
    models.set(model, entries);
    return entries;
  };
  const adapter: AdapterFactory = (model) => adapterOf(entriesOf(model), models);
  return {
    adapter,
    clients: adapter('Client'),
    listClients: () =>
      entriesOf('Client')
        .values()
        .map(({ payload }) => structuredClone(payload))
        .toArray(),
  };
}

function adapterOf(entries: Entries, models: ReadonlyMap<string, Entries>): Adapter {
  const live = ({ expiresAt }: Entry) => expiresAt > Date.now();
  const findBy = (matches: (payload: AdapterPayload) => boolean) =>
    entries.values().find((entry) => live(entry) && matches(entry.payload))?.payload;
  return {
    async upsert(id, payload, expiresIn) {
      entries.set(id, { payload, expiresAt: expiresIn === undefined ? Infinity : Date.now() + expiresIn * 1000 });
    },
    async find(id) {
      const entry = entries.get(id);
      return entry !== undefined && live(entry) ? entry.payload : undefined;
    },
    findByUid: async (uid) => findBy((payload) => payload.uid === uid),
    findByUserCode: async (userCode) => findBy((payload) => payload.userCode === userCode),
    async consume(id) {
      const entry = entries.get(id);
      if (entry !== undefined) entry.payload.consumed = Math.floor(Date.now() / 1000);
    },
    async destroy(id) {
      entries.delete(id);
    },
    async revokeByGrantId(grantId) {
      for (const model of models.values())
        for (const [id, { payload }] of model) if (payload.grantId === grantId) model.delete(id);
    },
  };
}
