import { mustBeDone, test } from '../../fixtures/index.ts';
import { Inconclusive } from '../../src/errors.ts';
import { until } from '../../src/target/until.ts';
import { creationPlan, noteProvider, prepareIdp, providerBody, registrationOf, requestApplication } from './parts.ts';
import { trustStoreFor } from './trust.ts';
import { lookAt } from './views.ts';

test.skip(({ settings }) => !settings.tls, 'the IdP is without TLS; give --tls');

test(
  'An untrusted certificate is refused, a trusted one works',
  { tag: '@tls' },
  async ({ story, secrets, target, apim, idp, administrator }) => {
    story.plan = [...creationPlan, 'registration:backend_to_backend'];
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
    await story.step('harness', 'offer the provider by REST, without a trust store', async () => {
      const said = await apim.refusal(provider);
      if (said === null)
        throw new Inconclusive('The product took a provider whose certificate no authority vouches for that it knows.');
      if (idp.exchanges().length > 0)
        throw new Inconclusive(`The product refused the provider, but only after it had sent requests: ${said}`);
      // Without it, the product may have refused for another reason and never have come as far as the certificate.
      await until({
        what: 'a TLS connection of the product that carries no request',
        look: async () => (target.idp.brokenHandshakes().length > 0 ? undefined : `no connection; it said: ${said}`),
        deadline: 5_000,
        interval: 20,
      });
      story.note(`The product ended the connection without a request, and said: ${said}`);
    });
    await story.step('harness', 'offer it with the authority of this run in a trust store, as PKCS#12', async () =>
      apim.enableRegistration({ ...provider, trust_store: await trustStoreFor(target.idp, secrets) }),
    );
    await story.step('harness', 'put the authority in a trust store of Java’s own format, JKS', async () => {
      const trusted = { ...provider, trust_store: await trustStoreFor(target.idp, secrets, 'JKS') };
      mustBeDone(await apim.editProvider(trusted), (said) => `The product takes no trust store as JKS: ${said}`);
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
