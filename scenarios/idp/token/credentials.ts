import type { ProbeCase } from '../case.ts';
import type { CapabilityName } from '../capability.ts';
import { acceptJson, clientCredentialsForm, formType, rawBasic, type Probe, type TokenRequest } from '../probe.ts';

const needs: readonly CapabilityName[] = ['cc-token'];

/** A token request with one thing changed. The unchanged request is its twin. */
export const tokenCase = (
  name: string,
  title: string,
  change: (probe: Probe) => TokenRequest,
  more: readonly CapabilityName[] = [],
): ProbeCase => ({
  name,
  title,
  needs: [...needs, ...more],
  twin: 'token',
  run: (probe) => probe.requestToken(title, change(probe)),
});

const idOf = ({ subject }: Probe) => subject.clientId ?? '';
const secretOf = ({ subject }: Probe) => subject.clientSecret ?? '';

/** Purpose of a token request with credentials as APIM sends them. */
export const asTheyAre = 'Basic credentials that are not form-encoded';

const asParameters = (probe: Probe): [string, string][] => [
  ['client_id', idOf(probe)],
  ['client_secret', secretOf(probe)],
];

const wrongSecret = (probe: Probe): string => {
  const secret = `${probe.prefix}wrong-secret`;
  probe.hide(secret);
  return secret;
};

/** Where and how the registering client shows who it is. */
export const credentialCases: readonly ProbeCase[] = [
  {
    name: 'token-raw-basic',
    title: asTheyAre,
    needs: [...needs, 'reserved-characters'],
    twin: 'token',
    async run(probe) {
      const known = probe.known(asTheyAre);
      if (known !== undefined) return probe.again(asTheyAre, known);
      return probe.requestToken(asTheyAre, { authorization: rawBasic(idOf(probe), secretOf(probe)) });
    },
  },
  tokenCase('token-wrong-secret', 'a wrong secret', (probe) => ({
    authorization: probe.basic(idOf(probe), wrongSecret(probe)),
  })),
  tokenCase('token-unknown-client', 'a client that does not exist', (probe) => ({
    authorization: probe.basic(`${probe.prefix}nobody`, wrongSecret(probe)),
  })),
  tokenCase('token-two-credentials', 'credentials in the header and in the form', (probe) => ({
    form: [...clientCredentialsForm(probe.subject.scope), ...asParameters(probe)],
  })),
  {
    name: 'token-second-client',
    title: 'the scope that opens registration, asked for by a client that was not given it',
    needs: ['cc-token', 'second-client', 'admin-scope'],
    twin: 'token',
    run: (probe) =>
      probe.requestToken('a client without the scope', {
        authorization: probe.basic(probe.subject.secondClientId ?? '', probe.subject.secondClientSecret ?? ''),
      }),
  },
  {
    name: 'token-get',
    title: 'ask for a token with GET',
    needs,
    twin: 'token',
    run: (probe) =>
      probe.send('GET', {
        method: 'GET',
        url: withQuery(probe.endpoint('token'), clientCredentialsForm(probe.subject.scope)),
        headers: [['Authorization', probe.basic(idOf(probe), secretOf(probe))], formType, acceptJson],
      }),
  },
];

/** The address may have a query of its own (RFC 6749 §3.2). */
export function withQuery(address: string, added: readonly (readonly [string, string])[]): string {
  const url = new URL(address);
  for (const [name, value] of added) url.searchParams.append(name, value);
  return url.href;
}
