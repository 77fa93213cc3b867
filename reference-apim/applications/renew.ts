import type { Apim } from '../apim.ts';
import { refusal } from '../refusal.ts';
import type { Application } from '../state/applications.ts';
import { firstProvider } from './provider-of.ts';

/** A new client secret from the IdP, by the call that the provider is configured with. */
export async function renewApplicationSecret(apim: Apim, old: Application): Promise<Application> {
  const provider = firstProvider(apim);
  if (old.registration === undefined || provider?.renew_client_secret_support !== true)
    throw refusal(400, `Client secret for application [${old.name}] cannot be renewed.`, {
      technicalCode: 'application.renewSecret',
      parameters: { application: old.name },
    });
  const registration = await apim.registrar.renewSecret(provider, old.registration);
  const renewed: Application = { ...old, registration, updatedAt: Date.now() };
  apim.state.applications.set(old.id, renewed);
  return renewed;
}
