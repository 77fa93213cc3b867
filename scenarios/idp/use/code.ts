import { Inconclusive } from '../../../src/errors.ts';
import type { Header } from '../../../src/recording/exchange.ts';
import type { Sent } from '../http/sent.ts';
import { acceptJson, formType, type BrowserEnd, type Probe, type Registered } from '../probe.ts';
import {
  authorizationUrl,
  firstRedirect,
  newProofKey,
  type AuthorizationRequest,
  type ProofKey,
} from './authorization.ts';

/** A code that came back, and what belongs to it. */
export interface Granted {
  readonly back: URL;
  readonly code: string;
  readonly redirectUri: string;
  readonly key: ProofKey;
  readonly state: string;
  readonly nonce: string;
}

export interface Asking extends Pick<AuthorizationRequest, 'redirectUri' | 'scope' | 'prompt'> {
  /** null: without a proof key. */
  readonly key?: null;
}

export interface Asked {
  readonly end: BrowserEnd;
  readonly redirectUri: string;
  readonly key: ProofKey;
  readonly state: string;
  readonly nonce: string;
}

/** One authorization request in the browser, whatever comes of it. */
export async function askForCode(probe: Probe, client: Registered, asking: Asking = {}): Promise<Asked> {
  const { redirectUri = firstRedirect(client), key: wanted, ...rest } = asking;
  const key = newProofKey();
  const [state, nonce] = [newProofKey().verifier, newProofKey().verifier];
  const request = { ...rest, redirectUri, state, nonce, key: wanted === null ? null : key };
  const end = await probe.visit(authorizationUrl(probe, client, request), redirectUri);
  return { end, redirectUri, key, state, nonce };
}

/** The code of such a request; throws `Inconclusive` with what came instead. */
export function granted({ end, ...rest }: Asked): Granted {
  const { back, stuck = 'it came to no end' } = end;
  if (back === undefined) throw new Inconclusive(`nobody could sign in: ${stuck} (exchange ${end.answer.number})`);
  const code = back.searchParams.get('code');
  if (code !== null) return { ...rest, back, code };
  const error = back.searchParams.get('error') ?? 'no error';
  throw new Inconclusive(`the IdP sent the browser back without a code: ${error} (exchange ${end.answer.number})`);
}

export const newCode = async (probe: Probe, client: Registered, asking: Asking = {}): Promise<Granted> =>
  granted(await askForCode(probe, client, asking));

interface Exchange {
  readonly verifier?: string | null;
  readonly headers?: readonly Header[];
}

/** Exchanges a code as that client (RFC 6749 §4.1.3), by the method it was registered with: its secret, or none. */
export function exchangeCode(
  probe: Probe,
  { clientId, secret }: Registered,
  { code, redirectUri, key }: Pick<Granted, 'code' | 'redirectUri' | 'key'>,
  { verifier = key.verifier, headers = [] }: Exchange = {},
): Promise<Sent> {
  return probe.requestToken('token', {
    form: [
      ['grant_type', 'authorization_code'],
      ['code', code],
      ['redirect_uri', redirectUri],
      ...(verifier === null ? [] : [['code_verifier', verifier] as const]),
      ...(secret === undefined ? [['client_id', clientId] as const] : []),
    ],
    headers: [
      ...(secret === undefined ? [] : [['Authorization', probe.basic(clientId, secret)] as Header]),
      formType,
      acceptJson,
      ...headers,
    ],
  });
}

/** Asks for new tokens with a refresh token (RFC 6749 §6), with the client's secret if it has one. */
export const refresh = (probe: Probe, { clientId, secret }: Registered, token: string): Promise<Sent> =>
  probe.requestToken('refresh', {
    form: [
      ['grant_type', 'refresh_token'],
      ['refresh_token', token],
      ...(secret === undefined ? [['client_id', clientId] as const] : []),
    ],
    authorization: secret === undefined ? null : probe.basic(clientId, secret),
  });
