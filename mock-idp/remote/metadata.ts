import { Agent, fetch } from 'undici';
import { Inconclusive } from '../../src/errors.ts';
import { jsonOf, objectOf, stringOf } from '../../src/recording/body.ts';
import { reasonOf, trusted } from '../tls/trust.ts';

export interface Metadata {
  issuer: string;
  members: Readonly<Record<string, unknown>>;
}

/** Milliseconds. */
const deadline = 15_000;

/** Reads an IdP's metadata before anyone else does. Rejects with one sentence that says what to do. */
export async function readMetadata(discoveryUrl: string, ca: string | undefined): Promise<Metadata> {
  await using agent = closing(new Agent(ca === undefined ? {} : { connect: { ca: trusted(ca) } }));
  const signal = AbortSignal.timeout(deadline);
  const answer = await fetch(discoveryUrl, { dispatcher: agent.agent, signal }).catch((error: unknown) => {
    throw new Inconclusive(`No IdP answers at ${discoveryUrl}: ${reasonOf(error)}. ${wayOut(reasonOf(error))}`, {
      cause: error,
    });
  });
  const text = await answer.text();
  if (answer.status !== 200)
    throw new Inconclusive(
      `${discoveryUrl} answers ${answer.status}, so it is not the address of a discovery document.`,
    );
  const members = objectOf(jsonOf(text));
  const issuer = stringOf(members?.['issuer']);
  if (members === undefined || issuer === undefined)
    throw new Inconclusive(
      `${discoveryUrl} is no discovery document: ${members ? 'it has no issuer' : 'it is not a JSON object'}. Give the address that ends with /.well-known/openid-configuration.`,
    );
  if (stringOf(members['registration_endpoint']) === undefined)
    throw new Inconclusive(
      `The IdP at ${issuer} announces no registration_endpoint. Switch dynamic client registration on there.`,
    );
  return { issuer, members };
}

const wayOut = (reason: string) =>
  /certificate|self-signed/i.test(reason)
    ? 'Give the certificate of its authority with --idp-ca.'
    : 'Is the address right, and the IdP running?';

const closing = (agent: Agent) => ({ agent, [Symbol.asyncDispose]: () => agent.close() });
