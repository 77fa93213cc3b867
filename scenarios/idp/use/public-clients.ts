import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ProbeCase } from '../case.ts';
import type { Sent } from '../http/sent.ts';
import { textOf, type Probe } from '../probe.ts';
import { askForCode, exchangeCode, granted, newCode, refresh } from './code.ts';
import { withOauth4webapi } from './known-good.ts';

const spa = 'register-spa-explicit';
const login = 'use-spa-login';
/** The origin of the redirect URI, from which a script of the application would ask. */
const origin = 'https://app.example';

/** A login of a native application: it waits at `redirectUri`. */
async function nativeLogin(probe: Probe, registeredBy: string, redirectUri?: string): Promise<Sent> {
  const client = probe.client(registeredBy);
  const code = await newCode(probe, client, redirectUri === undefined ? {} : { redirectUri });
  const { answer, complaint } = await withOauth4webapi(probe, { ...client, secret: undefined }, code);
  probe.note('library', complaint ?? 'finds nothing wrong');
  return answer;
}

/** RFC 8252 §7.3: the operating system gives the application some port when the login begins. */
async function atLoopback(probe: Probe): Promise<Sent> {
  let answered = 0;
  const listener = createServer((_request, response) => {
    answered += 1;
    response.end('You can close this page.');
  });
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const { port } = listener.address() as AddressInfo;
  try {
    const answer = await nativeLogin(probe, 'register-native-loopback', `http://127.0.0.1:${port}/callback`);
    probe.note('requests to the listener', answered);
    return answer;
  } finally {
    listener.closeAllConnections();
    listener.close();
  }
}

const cases: readonly ProbeCase[] = [
  {
    name: login,
    title: 'sign in to the single-page application, and exchange the code without a secret as its script would',
    async run(probe) {
      const client = { ...probe.client(spa), secret: undefined };
      const code = await newCode(probe, client);
      const answer = await exchangeCode(probe, client, code, { headers: [['Origin', origin]] });
      // The client did not register the grant, so a token for it must be good for nothing.
      const token = textOf(answer.members['refresh_token']);
      if (token !== undefined) await refresh(probe, client, token);
      return answer;
    },
  },
  {
    name: 'use-spa-without-pkce',
    title: 'the same without a proof key',
    twin: login,
    async run(probe) {
      const client = { ...probe.client(spa), secret: undefined };
      const asked = await askForCode(probe, client, { key: null });
      const isRefused = asked.end.back?.searchParams.has('code') !== true;
      probe.note('refused at', isRefused ? 'the authorization endpoint' : 'the token endpoint, if at all');
      return isRefused ? asked.end.answer : exchangeCode(probe, client, granted(asked), { verifier: null });
    },
  },
  {
    name: 'use-native-loopback',
    title: 'sign in to the native application that waits at a loopback address, at a port of the moment',
    run: atLoopback,
  },
  {
    name: 'use-native-scheme',
    title: 'sign in to the native application that waits at a scheme of its own',
    run: (probe) => nativeLogin(probe, 'register-native-scheme'),
  },
];

/** Applications without a secret: in a browser, on a desk, in a pocket. */
export const publicCases: readonly ProbeCase[] = cases.map((one) => ({ ...one, needs: ['user'] }));
