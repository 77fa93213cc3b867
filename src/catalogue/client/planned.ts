/** A row of the rule book that is not built yet. */
export interface PlannedCheck {
  readonly id: string;
  readonly slug: string;
  readonly reason: string;
}

const rows = (reason: string, ids: Readonly<Record<string, string>>): readonly PlannedCheck[] =>
  Object.entries(ids).map(([id, slug]) => ({ id, slug, reason }));

/** Rows about a registering client that a later slice builds, each with what a recording would have to tell. */
export const planned: readonly PlannedCheck[] = [
  ...rows('needs the recording to say whether the provider was saved, and what the administrator read', {
    'T-29': 'credentials-probed-on-save',
    'S-18': 'renewal-settings-checked',
    'P-02': 'token-probed',
    'P-03': 'registration-endpoint-probed',
    'P-04': 'one-provider-only',
    'P-05': 'licence-named',
    'P-06': 'secret-kept-on-edit',
    'P-07': 'registration-switched-off',
    'X-16': 'discovery-address-limited',
  }),
  ...rows('needs the recording to say what was typed on an update', {
    'M-09': 'update-changes-only-the-edited',
    'M-10': 'cleared-value-removed',
    'M-18': 'no-update-without-a-change',
    'Q-06': 'update-from-known-values',
  }),
  ...rows('needs the recording to say that an edit or a renewal was tried when no request came of it', {
    'M-19': 'unmanageable-client-explained',
    'M-30': 'relative-management-uri',
    'M-31': 'unreachable-management-uri',
    'M-34': 'edit-without-provider',
  }),
  ...rows('needs the recording to say that an application was deleted or restored', {
    'M-25': 'client-deleted-with-application',
    'M-26': 'restored-application-has-client',
  }),
  ...rows('needs the views to tell whether a page shows a secret, and which', {
    'RT-18': 'spa-secret-not-kept',
    'H-09': 'substituted-auth-method-shown',
    'H-27': 'odd-secret-shown-as-it-is',
    'M-12': 'new-secret-of-update-shown',
    'S-07': 'renewed-secret-shown',
  }),
  ...rows('needs the views to tell the scope and the name that the server registered', {
    'H-08': 'substituted-name-noticed',
    'H-10': 'reduced-scope-shown',
  }),
  ...rows('needs the views of one application for several people', {
    'S-16': 'renewal-by-role',
    'X-26': 'application-of-another-developer',
  }),
  ...rows('needs the story to note which buttons and questions a page has', {
    'S-13': 'renewal-offered-where-possible',
    'S-14': 'renewal-confirmed',
  }),
  ...rows('needs the subscriptions of an application in the recording', {
    'H-56': 'subscription-has-client-id',
    'S-15': 'old-secret-unused',
  }),
  ...rows('needs the page to note whether a script of the provider ran', { 'X-24': 'no-script-from-provider' }),
  ...rows('needs the answers of the product’s own REST API in the recording', {
    'X-15': 'own-answers-not-stored',
    'X-25': 'creation-needs-csrf-token',
    'P-10': 'export-without-secret',
  }),
  ...rows('needs a story in which two people or two tabs act at once', {
    'M-16': 'concurrent-updates',
    'Q-10': 'parallel-registrations',
  }),
  ...rows('needs a story in which an administrator changes the client, the owner or the provider in between', {
    'M-24': 'drift-noticed',
    'M-32': 'owner-changed',
    'M-33': 'provider-switched',
    'X-27': 'environments-apart',
  }),
  ...rows('needs a story with many applications in a short time', {
    'T-21': 'token-reused',
    'X-30': 'registrations-limited',
  }),
  ...rows('needs a story that types such values', { 'R-44': 'long-values' }),
  ...rows('needs a story that asks for a type that is switched off', { 'RT-27': 'disabled-type-refused' }),
  ...rows('needs an identity provider at an IPv6 address', { 'D-28': 'ipv6-and-port' }),
  ...rows('needs the recorder to note when connections are closed', { 'T-33': 'connections-closed' }),
  ...rows('needs a provider with additional metadata or claim mappings, which the recording does not tell yet', {
    'R-33': 'additional-metadata-kept',
    'R-34': 'claims-injected',
    'R-35': 'claims-cannot-overwrite',
  }),
];
