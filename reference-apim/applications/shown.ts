import type { Apim } from '../apim.ts';
import type { JsonObject } from '../registering-client/members.ts';
import type { Application } from '../state/applications.ts';
import { firstProvider } from './provider-of.ts';

/** `settings` of an application as both REST APIs show it: what the IdP returned, not what was asked for. */
export function shownSettings(apim: Apim, application: Application): JsonObject {
  const { registration, app } = application;
  if (registration === undefined) return { app: app ?? {} };
  const { payload } = registration;
  const type = apim.quirks.showsTypeOfIdp ? payload['application_type'] : application.type;
  return {
    oauth: {
      client_id: payload['client_id'],
      client_secret: payload['client_secret'],
      client_uri: payload['client_uri'],
      logo_uri: payload['logo_uri'],
      redirect_uris: payload['redirect_uris'],
      response_types: payload['response_types'],
      grant_types: payload['grant_types'],
      application_type: type,
      renew_client_secret_supported: firstProvider(apim)?.renew_client_secret_support ?? false,
      ...(apim.quirks.ignoresAdditionalMetadata ? {} : { additional_client_metadata: registration.additionalMetadata }),
    },
  };
}
