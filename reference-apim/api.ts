import type { ReferenceMode } from './mode.ts';
import type { Quirks } from './registering-client/quirks.ts';
import type { Provider } from './state/providers.ts';

export type { Provider, ReferenceMode };

export interface ReferenceOptions {
  mode?: ReferenceMode;
  host?: string;
  /** Ports of the REST API, the Console and the Portal; 0, the default, is any free port. */
  ports?: { api?: number; console?: number; portal?: number };
  /** Single behaviours switched against the mode, for a client with exactly one defect. */
  quirks?: Partial<Quirks>;
  /** `oss` has no feature `apim-dcr-registration`: creating a provider answers 403, as on 4.x. Default `enterprise`. */
  licence?: 'enterprise' | 'oss';
  /** Told of every request to the REST API and what became of it, a line each. */
  log?: (line: string) => void;
  /** Providers that are there already, as in the database of a product whose licence has ended. */
  providers?: readonly Provider[];
}

/** The running stand-in. The three sites have their own ports on one host, like the official images. */
export interface RunningReferenceApim extends AsyncDisposable {
  readonly mode: ReferenceMode;
  /** `http://127.0.0.1:PORT/management` */
  readonly managementUrl: string;
  /** `http://127.0.0.1:PORT/portal`: base of the Portal REST API. */
  readonly portalApiUrl: string;
  readonly consoleUrl: string;
  readonly portalUrl: string;
}

/** Users of the shipped configuration (APIM 3.20 to 4.13, `gravitee.yml`). */
export const defaultUsers = {
  admin: { username: 'admin', password: 'admin' },
  user: { username: 'user', password: 'password' },
  api1: { username: 'api1', password: 'api1' },
  application1: { username: 'application1', password: 'application1' },
} as const;
