import { Inconclusive } from '../../../src/errors.ts';
import type { ProbeCase } from '../case.ts';
import { isSuccess, type Sent } from '../http/sent.ts';
import { textOf, type Probe } from '../probe.ts';
import { explicit, webRedirect } from '../templates.ts';
import { askForCode, exchangeCode, newCode, refresh, type Granted } from './code.ts';
import { withOauth4webapi, withOpenidClient, type Opinion } from './known-good.ts';

const web = 'register-web-explicit';
const login = 'use-web-login';

/** What the login leaves for the cases after it. One run has one; a second run begins with its own login. */
const codes = new WeakMap<Probe, Granted>();

function codeOf(probe: Probe): Granted {
  const code = codes.get(probe);
  if (code === undefined) throw new Inconclusive('nobody signed in before');
  return code;
}

/** A refresh token is asked for as OpenID Connect Core §11 has it, where the IdP knows that scope. */
function asking(probe: Probe): { scope: string; prompt?: 'consent' } {
  const published: unknown = probe.metadata()['scopes_supported'];
  const isOffered = Array.isArray(published) && published.includes('offline_access');
  return isOffered ? { scope: 'openid offline_access', prompt: 'consent' } : { scope: 'openid' };
}

function noted(probe: Probe, { answer, complaint }: Opinion): Sent {
  probe.note('library', complaint ?? 'finds nothing wrong');
  return answer;
}

function learnRefresh(probe: Probe, answer: Sent): void {
  const token = textOf(answer.members['refresh_token']);
  const proof = `the token answer of exchange ${answer.number}`;
  if (token === undefined)
    probe.deny('refresh-token', `${proof} has no refresh_token, which RFC 6749 §5.1 leaves open`);
  else {
    probe.grant('refresh-token', `${proof} has a refresh_token`);
    probe.keep({ ...probe.client(web), token }, login);
  }
}

/** Redirect URIs that are not the registered one, though they look like it. */
const others: readonly (readonly [string, string, string])[] = [
  ['path', 'another path below it', `${webRedirect}/extra`],
  ['query', 'a query', `${webRedirect}?extra=1`],
  ['case', 'a path in other case', webRedirect.replace('callback', 'Callback')],
  ['port', 'a port', webRedirect.replace('app.example', 'app.example:8443')],
];

const elsewhere = ([name, says, redirectUri]: (typeof others)[number]): ProbeCase => ({
  name: `use-web-redirect-${name}`,
  title: `ask for a code at the registered redirect URI with ${says}`,
  twin: login,
  async run(probe) {
    const { end } = await askForCode(probe, probe.client(web), { redirectUri });
    probe.note('arrived', end.back !== undefined);
    return end.answer;
  },
});

const cases: readonly ProbeCase[] = [
  {
    name: login,
    title: 'sign in to the Web client in a browser and exchange the code, with oauth4webapi',
    async run(probe) {
      const client = probe.client(web);
      const code = await newCode(probe, client, asking(probe));
      codes.set(probe, code);
      const answer = noted(probe, await withOauth4webapi(probe, client, code));
      if (isSuccess(answer)) learnRefresh(probe, answer);
      return answer;
    },
  },
  {
    name: 'use-web-openid-client',
    title: 'the same with openid-client',
    async run(probe) {
      const client = probe.client(web);
      return noted(probe, await withOpenidClient(probe, client, await newCode(probe, client)));
    },
  },
  {
    name: 'use-web-refresh',
    title: 'ask for new tokens with the refresh token of that login',
    needs: ['refresh-token'],
    twin: login,
    async run(probe) {
      const { token = '' } = probe.client(login);
      const answer = await refresh(probe, probe.client(web), token);
      const next = textOf(answer.members['refresh_token']) ?? token;
      probe.keep({ ...probe.client(web), token: next }, login);
      return answer;
    },
  },
  {
    name: 'use-web-foreign-refresh',
    title: 'the same as another client',
    needs: ['refresh-token'],
    twin: 'use-web-refresh',
    async run(probe) {
      const stranger = await probe.throwaway(explicit.web);
      return refresh(probe, stranger, probe.client(login).token ?? '');
    },
  },
  {
    name: 'use-web-code-again',
    title: 'exchange the code of that login a second time',
    twin: login,
    run: (probe) => exchangeCode(probe, probe.client(web), codeOf(probe)),
  },
  {
    name: 'use-web-wrong-verifier',
    title: 'exchange a code with another code_verifier',
    twin: login,
    async run(probe) {
      const code = await newCode(probe, probe.client(web));
      return exchangeCode(probe, probe.client(web), code, { verifier: code.state });
    },
  },
  {
    name: 'use-web-foreign-code',
    title: 'exchange a code as another client',
    twin: login,
    async run(probe) {
      const stranger = await probe.throwaway(explicit.web);
      return exchangeCode(probe, stranger, await newCode(probe, probe.client(web)));
    },
  },
  ...others.map(elsewhere),
];

/** A Web client at work: a person signs in, and somebody else tries to get in between. */
export const loginCases: readonly ProbeCase[] = cases.map((one) => ({ ...one, needs: [...(one.needs ?? []), 'user'] }));
