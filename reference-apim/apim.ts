import type { ReferenceMode } from './mode.ts';
import { quirksOf, type Quirks } from './registering-client/quirks.ts';
import { newRegisteringClient, type RegisteringClient } from './registering-client/registering-client.ts';
import type { Provider } from './state/providers.ts';
import { newState, type State } from './state/state.ts';
import { wordings, type Wording } from './wording.ts';

/** One installation: its state, its registering client and how it differs from the specifications. */
export interface Apim extends Disposable {
  readonly state: State;
  readonly quirks: Quirks;
  readonly wording: Wording;
  readonly registrar: RegisteringClient;
}

export interface ApimOptions {
  mode: ReferenceMode;
  quirks?: Partial<Quirks> | undefined;
  licence?: State['licence'] | undefined;
  providers?: readonly Provider[] | undefined;
}

export function newApim({ mode, quirks: switched, licence = 'enterprise', providers = [] }: ApimOptions): Apim {
  const quirks = quirksOf(mode, switched);
  const wording = wordings[mode];
  const registrar = newRegisteringClient(quirks, wording.providerInvalid);
  return {
    state: newState(licence, providers),
    quirks,
    wording,
    registrar,
    [Symbol.dispose]: () => registrar[Symbol.dispose](),
  };
}
