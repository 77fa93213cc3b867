import { randomBytes } from 'node:crypto';
import type { AdminClient, IdpView } from '../../mock-idp/api.ts';
import type { ApimRest, ProviderBody } from '../../fixtures/apim-rest.ts';
import { mustBeDone, placeNames, type Developer, type Story } from '../../fixtures/index.ts';
import type { Outcome } from '../../fixtures/pages/answer.ts';
import type { ApplicationInput } from '../../fixtures/pages/application-input.ts';
import type { Target } from '../../fixtures/target.ts';
import { trustStoreFor } from './trust.ts';
import { Inconclusive } from '../../src/errors.ts';
import type { RawExchange } from '../../src/recording/exchange.ts';
import type { ObservationName } from '../../src/recording/observation-names.ts';
import type { Application } from '../../src/recording/recording.ts';

/** What every story about the creation of an application sets out to see. */
export const creationPlan: readonly ObservationName[] = [
  'discovery',
  'token-request',
  'basic-credentials',
  'decisive-basic-credentials',
  'registration',
  'registration-accepted',
  'registration-with-token',
  'provider',
  'three-views',
  'end-of-story',
];

export const adminScope = 'dcr_admin';

/**
 * The secret contains `/` and `=`, as base64 secrets do. Form-urlencoding changes both (RFC 6749 §2.3.1), and a server that
 * decodes the header reads the raw form as the same secret: so the two ways of sending can be told apart and both get a token.
 */
const newSecret = () => `${randomBytes(18).toString('base64url')}/${randomBytes(6).toString('base64url')}=`;

/** An administrator's client at the IdP, with the scope that opens registration. */
export async function prepareIdp(idp: IdpView, secrets: string[]): Promise<AdminClient> {
  const clientSecret = newSecret();
  const admin = await idp.createAdminClient({ clientId: 'apim', clientSecret, scope: adminScope });
  secrets.push(admin.clientSecret);
  return admin;
}

export const providerBody = (idp: IdpView, admin: AdminClient): ProviderBody => ({
  name: 'Mock IdP',
  description: 'oidc-provider behind the recorder',
  discovery_endpoint: idp.discoveryUrl,
  client_id: admin.clientId,
  client_secret: admin.clientSecret,
  scopes: admin.scope.split(' ').filter((scope) => scope !== ''),
});

/** The provider as the recording keeps it: what was typed, without the secret. */
export function noteProvider(story: Story, provider: ProviderBody): void {
  const { name, discovery_endpoint, client_id, scopes, software_id, renew_client_secret_endpoint } = provider;
  story.provider = {
    name,
    discoveryEndpoint: discovery_endpoint,
    initialAccessToken: 'client_credentials',
    clientId: client_id,
    scopes: [...scopes],
    ...(software_id !== undefined && { softwareId: software_id }),
    ...(renew_client_secret_endpoint !== undefined && { renewEndpoint: renew_client_secret_endpoint }),
  };
}

interface Prepared {
  target: Target;
  story: Story;
  apim: ApimRest;
  idp: IdpView;
  secrets: string[];
}

/** What to look at when the product refuses a provider and no request of it has come. */
export const hintAbout = (idp: IdpView): string =>
  idp.exchanges().length > 0
    ? ''
    : ` No request of the product has come to the recorder at ${new URL(idp.issuer).origin}. Is that within its reach? See --recorder-url.`;

/** Everything before the page that the story is about, by REST. Gives the provider. */
export function arrangeByRest(
  { target, story, apim, idp, secrets }: Prepared,
  more: Partial<ProviderBody> = {},
): Promise<ProviderBody> {
  return story.step('harness', 'prepare the IdP and configure the product by REST', async () => {
    const trusted = { trust_store: await trustStoreFor(target.idp, secrets) };
    const provider = { ...providerBody(idp, await prepareIdp(idp, secrets)), ...trusted, ...more };
    noteProvider(story, provider);
    await apim.enableRegistration(provider).catch((error: unknown) => {
      if (!(error instanceof Inconclusive)) throw error;
      throw new Inconclusive(`${error.message}${hintAbout(idp)}`, { cause: error });
    });
    return provider;
  });
}

/** The renewal of a client secret as the mock IdP offers it, and APIM's own documentation has it. */
export const renewalAt = (idp: IdpView): Partial<ProviderBody> => ({
  renew_client_secret_support: true,
  renew_client_secret_method: 'POST',
  renew_client_secret_endpoint: `${idp.issuer}/reg/{#client_id}/renew_secret`,
});

/** The IdP received a registration request for the application (RFC 7591 §3.1). */
export const registrationOf = (idp: IdpView, name: string): Promise<RawExchange> =>
  idp.waitForExchange(
    `a registration request for "${name}"`,
    ({ request }) => request.method === 'POST' && request.body.includes(JSON.stringify(name).slice(1, -1)),
  );

/** What a developer asked for, and where. */
export interface Asked {
  input: ApplicationInput;
  through: Application['through'];
  grantTypes: readonly string[];
  /** Names of the faults that were armed then. */
  armed?: readonly string[];
}

/** Sends the form. The application is recorded when the product has answered, not before: nobody refused what was never sent. */
export async function askForApplication<Answer extends Outcome>(
  story: Story,
  { input, through, grantTypes, armed }: Asked,
  send: () => Promise<Answer>,
): Promise<{ application: Application; answer: Answer }> {
  const answer = await send();
  const application: Application = {
    name: input.name,
    type: input.type,
    through,
    redirectUris: [...input.redirectUris],
    grantTypes: [...grantTypes],
    outcome: answer.outcome === 'done' ? 'created' : 'refused',
    ...(answer.outcome === 'refused' && { message: answer.message }),
    ...(armed && { armed: [...armed] }),
    idp: null,
    api: null,
    console: null,
    portal: null,
  };
  story.applications.push(application);
  return { application, answer };
}

/** The same in a story that cannot go on without the application. */
export async function requestApplication(
  story: Story,
  asked: Asked,
  send: () => Promise<Outcome>,
): Promise<Application> {
  const { application, answer } = await askForApplication(story, asked, send);
  const where = asked.through === 'console' ? placeNames.console : placeNames.portal;
  mustBeDone(answer, (said) => `${where}: the application was refused: ${said}`);
  return application;
}

/** The four steps of the portal's wizard. Gives the record of the application and its id in the product. */
export async function createInPortal(
  story: Story,
  developer: Developer,
  { input, grantTypes }: Omit<Asked, 'through'>,
): Promise<{ record: Application; applicationId: string }> {
  const { wizard } = developer;
  const at = <T>(title: string, act: () => Promise<T>) => story.step('portal', title, act, developer);
  await at('sign in as a developer', developer.signIn);
  await at('open "My applications" and start a new one', async () => {
    await developer.applications.open();
    await developer.applications.create();
  });
  for (const { title, act } of wizard.steps(input)) await at(title, act);
  const record = await at('create the app', () =>
    requestApplication(story, { input, through: 'portal', grantTypes }, () => wizard.create()),
  );
  return { record, applicationId: await wizard.openCreated(input.name) };
}
