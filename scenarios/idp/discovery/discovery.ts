import { Inconclusive } from '../../../src/errors.ts';
import { defineGroup, type ProbeCase } from '../case.ts';
import { documents } from './documents.ts';
import type { CapabilityName } from '../capability.ts';
import { apiScopes } from '../use/tokens.ts';
import { Blocked } from '../run-cases.ts';
import { acceptJson, textOf, type Probe } from '../probe.ts';
import { isSuccess, type Sent } from '../http/sent.ts';

/** What the IdP says of itself. Without it nothing else can be tried. */
const metadata: ProbeCase = {
  name: 'metadata',
  title: 'read the discovery document',
  smoke: true,
  async run(probe) {
    const answer = await read(probe);
    const { members } = answer;
    if (!isSuccess(answer) || answer.json === undefined)
      throw new Blocked(
        `${probe.subject.discoveryUrl} gave no discovery document: status ${answer.status}, ${answer.header('content-type') ?? 'no media type'}. Give the address of the IdP's /.well-known/openid-configuration.`,
        answer,
      );
    probe.learnMetadata(members);
    if (textOf(members['token_endpoint']) === undefined && probe.subject.clientId !== undefined)
      throw new Blocked('The discovery document names no token_endpoint, so no token can be asked for.', answer);
    if (textOf(members['registration_endpoint']) === undefined)
      throw new Blocked(
        'The discovery document names no registration_endpoint: dynamic client registration is off, or not offered to everyone. Switch it on at the IdP.',
        answer,
      );
    probe.grant('registration', `the discovery document names a registration_endpoint (exchange ${answer.number})`);
    learnOffers(probe, answer);
    return answer;
  },
};

/** What an IdP offers is what its discovery document says it offers. */
function learnOffers(probe: Probe, { number, members }: Sent): void {
  const proof = `(exchange ${number})`;
  const decide = (name: CapabilityName, has: boolean, offer: string) =>
    has
      ? probe.grant(name, `the discovery document names ${offer} ${proof}`)
      : probe.deny(name, `the discovery document does not name ${offer} ${proof}`);
  for (const name of ['introspection', 'revocation'] as const)
    decide(name, textOf(members[`${name}_endpoint`]) !== undefined, `the ${name}_endpoint`);
  const subjects: unknown = members['subject_types_supported'];
  decide('pairwise', Array.isArray(subjects) && subjects.includes('pairwise'), 'the subject type pairwise');
  const responses = [members['response_types_supported']].flat().flatMap((type) => String(type).split(' '));
  const isImplicit = responses.includes('token') || responses.includes('id_token');
  decide('implicit', isImplicit, 'a response type of the implicit flow');
  decide('api-scope', apiScopes(probe).length > 0, 'a scope beside those of OpenID Connect and of the administrator');
}

export const discovery = defineGroup('discovery', 'Discovery metadata', metadata, ...documents);

async function read(probe: Probe): Promise<Sent> {
  try {
    const request = { method: 'GET', url: probe.subject.discoveryUrl, headers: [acceptJson] };
    return await probe.once('metadata', () => probe.send('metadata', request));
  } catch (error) {
    throw error instanceof Inconclusive ? new Blocked(error.message) : error;
  }
}
