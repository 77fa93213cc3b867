import { randomUUID } from 'node:crypto';

import { Hono } from 'hono';

import type { Apim } from '../../apim.ts';
import { refusal } from '../../refusal.ts';
import { renewalInvalid, renewalMethod } from '../../registering-client/renew.ts';
import type { Provider } from '../../state/providers.ts';
import { readBody } from '../body.ts';
import { originOf, permitted, type Rest, type RestEnv } from '../env.ts';
import { requireDcrFeature } from './licence.ts';
import { hidden, revealed } from './write-only.ts';
import { providerOf, providerRequest } from './provider-requests.ts';

const permission = 'CLIENT_REGISTRATION_PROVIDER';

const listed = ({ id, name, description, created_at, updated_at }: Provider) => ({
  id,
  name,
  description,
  created_at,
  updated_at,
});

/** Secrets are in clear with the quirk. Scopes come back sorted, whatever order they were sent in (3.20.32). */
const whole = ({ quirks }: Apim, provider: Provider) => {
  const shown = { ...provider, scopes: provider.scopes?.toSorted() };
  return quirks.returnsProviderSecret ? shown : hidden(shown);
};

function requireNoProvider({ state }: Apim): void {
  const [existing] = [...state.providers.values()];
  if (existing !== undefined && state.providers.size === 1)
    throw refusal(
      500,
      `Until now, supports only a single client registration provider. Please update the existing one: ${existing.name}`,
    );
}

function requireProvider({ state, wording }: Apim, id: string, name: string): Provider {
  const provider = state.providers.get(id);
  if (provider !== undefined) return provider;
  throw refusal(404, `Client registration provider [${name}] ${wording.notFound}.`, {
    technicalCode: 'clientRegistrationProvider.notFound',
  });
}

/** Stored only when the IdP answered; the rule "only one" is checked before that and, outside of the quirk, after. */
async function create(apim: Apim, provider: Provider): Promise<Provider> {
  requireNoProvider(apim);
  await check(apim, provider);
  if (!apim.quirks.providerRace) requireNoProvider(apim);
  apim.state.providers.set(provider.id, provider);
  return provider;
}

async function check(apim: Apim, provider: Provider): Promise<void> {
  if (provider.renew_client_secret_support && renewalMethod(provider) === undefined) throw renewalInvalid();
  await apim.registrar.checkProvider(provider);
}

/** Below `/environments/DEFAULT/configuration/applications/registration/providers`. */
export function providersApi(apim: Apim): Rest {
  const { providers } = apim.state;
  const api = new Hono<RestEnv>({ strict: false });
  api.get('/', (c) => {
    permitted(c, permission, ['R']);
    return c.json([...providers.values()].map(listed));
  });
  api.post('/', async (c) => {
    permitted(c, permission, ['C']);
    requireDcrFeature(apim.state);
    const wanted = providerOf(await readBody(c, providerRequest), true);
    const provider = await create(apim, { id: randomUUID(), ...wanted, created_at: wanted.updated_at });
    return c.json(whole(apim, provider), 201, {
      location: `${originOf(c)}${c.req.path.replace(/\/$/, '')}/${provider.id}`,
    });
  });
  api.get('/:id', (c) => {
    permitted(c, permission, ['R']);
    const id = c.req.param('id');
    return c.json(whole(apim, requireProvider(apim, id, id)));
  });
  api.put('/:id', async (c) => {
    permitted(c, permission, ['U']);
    const wanted = providerOf(await readBody(c, providerRequest), false);
    const old = requireProvider(apim, c.req.param('id'), wanted.name);
    const { id, created_at } = old;
    const provider = { id, ...revealed(wanted, old), created_at };
    await check(apim, provider);
    providers.set(id, provider);
    return c.json(whole(apim, provider));
  });
  api.delete('/:id', (c) => {
    permitted(c, permission, ['D']);
    const id = c.req.param('id');
    providers.delete(requireProvider(apim, id, id).id);
    return c.body(null, 204);
  });
  return api;
}
