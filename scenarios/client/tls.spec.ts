import { test } from '../../fixtures/index.ts';
import { certificateFlaws } from '../../mock-idp/tls/certificates.ts';
import { creationPlan, noteProvider, prepareIdp, providerBody, registrationOf, requestApplication } from './parts.ts';
import { certificatePlan, offer, sawCertificate, trustStoreFor } from './trust.ts';
import { lookAt } from './views.ts';

test.skip(({ settings }) => !settings.tls, 'the IdP is without TLS; give --tls');

test(
  'An untrusted certificate is refused, a trusted one works',
  { tag: '@tls' },
  async ({ story, secrets, target, apim, idp, impostor, administrator }) => {
    const context = { story, apim };
    story.plan = [...creationPlan, 'registration:backend_to_backend', ...certificatePlan];
    const { applications, applicationCreate } = administrator;
    const input = {
      name: `Console over TLS ${idp.name}`,
      description: 'A service whose IdP has an authority of its own',
      type: 'backend_to_backend',
      redirectUris: [],
    } as const;

    const provider = await story.step('idp', 'prepare an admin client with the scope dcr_admin', async () =>
      providerBody(idp, await prepareIdp(idp, secrets)),
    );
    noteProvider(story, provider);
    const left = () => target.idp.brokenHandshakes().length;
    await offer(context, 'unknown-authority', provider, { requests: () => idp.exchanges().length, left });
    for (const flaw of certificateFlaws) {
      const server = await impostor(flaw);
      const other = { discovery_endpoint: server.discoveryUrl, trust_store: await trustStoreFor(server, secrets) };
      await offer(context, flaw, { ...provider, ...other }, { requests: server.requests, left: server.refusals });
    }
    const trusted = { ...provider, trust_store: await trustStoreFor(target.idp, secrets) };
    await offer(context, 'good', trusted, { requests: () => idp.exchanges().length, left });
    await story.step('harness', 'put the authority in a trust store of Java’s own format, JKS', async () => {
      const before = idp.exchanges().length;
      const outcome = await apim.editProvider({
        ...provider,
        trust_store: await trustStoreFor(target.idp, secrets, 'JKS'),
      });
      sawCertificate(story, 'good', outcome, idp.exchanges().length - before);
    });
    await story.step('console', 'sign in as the administrator', administrator.signIn, administrator);
    await story.step(
      'console',
      'fill in the new application: Backend to backend',
      async () => {
        await applications.open();
        await applications.add();
        await applicationCreate.fill(input);
      },
      administrator,
    );
    const asked = { input, through: 'console', grantTypes: ['client_credentials'] } as const;
    const record = await story.step(
      'console',
      'create the application',
      () => requestApplication(story, asked, () => applicationCreate.create()),
      administrator,
    );
    await story.step('idp', 'receive the registration request over TLS', () => registrationOf(idp, input.name));
    await lookAt(story, record, { idp, apim, administrator });
  },
);
