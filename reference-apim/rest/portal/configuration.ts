import type { State } from '../../state/state.ts';
import { isRegistrationEnabled } from '../../state/settings.ts';

/** False when no type is left to choose. */
function canCreateApplications({ settings }: State): boolean {
  const { simple, ...registered } = settings.application.types;
  const anyRegistered = Object.values(registered).some((type) => type.enabled);
  return simple.enabled || (isRegistrationEnabled(settings) && anyRegistered);
}

/** `GET …/configuration`: 3.20 settings and what portals of 4.x read besides. The type flags are as stored. */
export function portalConfiguration(state: State) {
  const { settings } = state;
  const { portal, authentication, plan } = settings;
  const { apikey, sharedApiKey, oauth2, keyless, jwt } = plan.security;
  return {
    portal: {
      entrypoint: portal.entrypoint,
      apikeyHeader: portal.apikeyHeader,
      support: portal.support,
      applicationCreation: { enabled: canCreateApplications(state) },
      userCreation: { enabled: portal.userCreation.enabled },
      apis: { ...portal.apis, documentationOnlyMode: { enabled: false } },
      analytics: portal.analytics,
      rating: portal.rating,
      uploadMedia: { enabled: portal.uploadMedia.enabled, maxSizeInBytes: portal.uploadMedia.maxSizeInOctet },
    },
    portalNext: { access: { enabled: true }, banner: { enabled: false }, catalog: {} },
    authentication: { forceLogin: authentication.forceLogin, localLogin: authentication.localLogin },
    scheduler: { notificationsInSeconds: settings.scheduler.notifications },
    documentation: settings.documentation,
    plan: { security: { apikey, sharedApiKey, oauth2, keyless, jwt, mtls: { enabled: false } } },
    apiReview: settings.apiReview,
    analytics: settings.analytics,
    application: settings.application,
    recaptcha: { enabled: settings.reCaptcha.enabled },
    alert: { enabled: true },
  };
}

/** Links of header and footer: only the documentation, as on a fresh installation. */
export const portalLinks = {
  slots: {
    header: [
      {
        root: true,
        category: 'Header',
        links: [{ name: 'Documentation', resourceRef: 'root', resourceType: 'page', folder: true }],
      },
    ],
  },
};

/** The bar at the top of the next-gen portal, as on a fresh installation (4.10.9). */
export const topNavigation = [
  { type: 'FOLDER', id: 'e25867f8-4b22-4951-9b7b-4809cf540899', title: 'Guides', area: 'TOP_NAVBAR', order: 0 },
  {
    type: 'LINK',
    url: 'https://documentation.gravitee.io/apim/developer-portal/new-developer-portal',
    id: '383d5040-75b8-42ad-b033-6b040c8430aa',
    title: 'Docs',
    area: 'TOP_NAVBAR',
    order: 1,
  },
];
