import * as oauth from 'oauth4webapi';
import { Inconclusive } from '../../src/errors.ts';
import { jsonOf, objectOf } from '../../src/recording/body.ts';
import type { Header } from '../../src/recording/exchange.ts';
import type { Outgoing, Sent } from './http/sent.ts';
import { textOf, type Members, type Probe } from './probe.ts';

/** A library sends through this, so that its requests are paced and recorded like all others. */
async function builtBy(
  library: (customFetch: (url: string, init: RequestInit) => Promise<Response>) => Promise<unknown>,
  send: (outgoing: Outgoing & { readonly text: string }) => Promise<Sent>,
): Promise<Sent> {
  let answer: Sent | undefined;
  await library(async (url, { method = 'GET', headers, body }) => {
    const written: Header[] = [...new Headers(headers)].map(([name, value]) => [name, value]);
    const text = body instanceof URLSearchParams || typeof body === 'string' ? body.toString() : '';
    answer = await send({ method, url, headers: written, body: text, text });
    // What the library makes of the answer is not asked here.
    return new Response(null, { status: 200 });
  });
  if (answer === undefined) throw new Inconclusive('the library sent no request');
  return answer;
}

/** The library insists on an issuer, which no request carries. */
const serverOf = (probe: Probe): oauth.AuthorizationServer => ({
  ...probe.metadata(),
  issuer: textOf(probe.metadata()['issuer']) ?? probe.subject.discoveryUrl,
});

/** A registration as oauth4webapi builds it: an IdP that refuses it refuses a correct client. */
export async function registerByLibrary(probe: Probe, members: Members): Promise<Sent> {
  const initialAccessToken = await probe.adminToken();
  return builtBy(
    (customFetch) =>
      oauth.dynamicClientRegistrationRequest(serverOf(probe), members as Partial<oauth.Client>, {
        ...(initialAccessToken !== undefined && { initialAccessToken }),
        [oauth.customFetch]: customFetch,
        // eslint-disable-next-line @typescript-eslint/no-deprecated -- its way to say: plain http, on purpose, on loopback
        [oauth.allowInsecureRequests]: true,
      }),
    ({ method, url, headers = [], text }) =>
      probe.register('register', { method, url, headers, body: objectOf(jsonOf(text)) ?? text }),
  );
}

/** A token request with client credentials, built the same way. */
export function tokenByLibrary(probe: Probe, purpose: string): Promise<Sent> {
  const { clientId = '', clientSecret = '', scope } = probe.subject;
  // The library's own encoding changes "-" and "_" as well, which RFC 6749 Appendix B leaves as they are.
  const basic: oauth.ClientAuth = (_server, _client, _body, headers) =>
    headers.set('authorization', probe.basic(clientId, clientSecret));
  return builtBy(
    (customFetch) =>
      oauth.clientCredentialsGrantRequest(
        serverOf(probe),
        { client_id: clientId },
        basic,
        scope === undefined ? {} : { scope },
        {
          [oauth.customFetch]: customFetch,
          // eslint-disable-next-line @typescript-eslint/no-deprecated -- as above
          [oauth.allowInsecureRequests]: true,
        },
      ),
    ({ text, ...outgoing }) => probe.send(purpose, { ...outgoing, body: text }),
  );
}
