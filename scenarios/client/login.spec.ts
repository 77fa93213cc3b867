import { test } from '../../fixtures/index.ts';
import { MockLogin } from '../../fixtures/pages/idp/mock-login.ts';
import { Inconclusive } from '../../src/errors.ts';
import { titleOf } from '../../src/commands/stories.ts';
import { defaultGrants, ordinary } from './asked.ts';
import { arrangeByRest, createInPortal, creationPlan } from './parts.ts';
import { relyingParty } from './relying-party.ts';
import { lookAt } from './views.ts';

test(
  titleOf('login-registered'),
  { tag: '@login-registered' },
  async ({ target, settings, story, secrets, apim, idp, developer, visitor }) => {
    test.skip(settings.tls, 'a browser trusts no authority that was made for one run');
    const { testUser } = idp;
    test.skip(testUser === undefined, 'the harness knows nobody who could sign in at this IdP');
    if (testUser === undefined) return;
    secrets.push(testUser.password);
    story.plan = [...creationPlan, 'registration:web'];
    await arrangeByRest({ target, story, apim, idp, secrets });
    const input = ordinary('web', `Login ${idp.name}`);
    const [redirectUri = ''] = input.redirectUris;
    const asked = { input, grantTypes: defaultGrants.web };
    const { record, applicationId } = await createInPortal(story, developer, asked);
    await lookAt(story, record, { idp, apim, developer: { ...developer, applicationId } });
    const clientSecret = await story.step('portal', 'copy client id and secret', async () => {
      await developer.application.open(applicationId);
      return developer.application.readSecret();
    });
    secrets.push(clientSecret);
    const party = await story.aside(() =>
      relyingParty({ discoveryUrl: idp.discoveryUrl, clientId: record.portal?.clientId ?? '', clientSecret }),
    );
    const login = new MockLogin(visitor.page);
    const authorize = (uri: string) =>
      story.aside(() => login.authorize(party.authorizationRequest(uri), testUser, uri));

    await story.step('idp', 'come with a redirect URI that was not registered', async () => {
      const other = await authorize(`${redirectUri}/other`);
      if (other.at === 'client')
        throw new Inconclusive('The IdP sent a code to a redirect URI that was not registered.');
      story.note(`the IdP refuses: ${other.said}`);
    });
    await story.step(
      'idp',
      'sign in with the registered redirect URI',
      async () => {
        const answer = await authorize(redirectUri);
        if (answer.at === 'idp') throw new Inconclusive(`The IdP refuses the registered redirect URI: ${answer.said}`);
        const subject = await story.aside(() => party.finish(answer.url, redirectUri));
        story.note(`signed in as ${subject}; the ID token is for this client and has a good signature`);
      },
      visitor,
    );
  },
);
