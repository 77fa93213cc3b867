import type { PageCall } from './page-call.ts';

const organization = '/management/organizations/DEFAULT';
const v2 = '/management/v2/organizations/DEFAULT';
const environment = `${organization}/environments/DEFAULT`;
const v2environment = '/management/v2/environments/DEFAULT';
const providers = `${environment}/configuration/applications/registration/providers`;
const application = `${environment}/applications/:web`;

const registrationTypes = ['simple', 'browser', 'web', 'native', 'backend_to_backend'];
const dashboard = [
  ...['top-hits', 'top-failed-apis', 'top-apps-by-request-count', 'request-response-time', 'response-status-ranges'],
  ...['response-status-overtime', 'response-time-over-time'],
];
const provider = [
  ...['/id', '/name', '/description', '/discovery_endpoint', '/initial_access_token_type', '/client_id', '/scopes/*'],
  ...['/renew_client_secret_support', '/renew_client_secret_method', '/renew_client_secret_endpoint', '/updated_at'],
];

/** The Console, from its first page to the details of a registered application. */
export const consoleCalls: readonly PageCall[] = [
  { method: 'GET', path: '/management/v2/ui/bootstrap', reads: ['/baseURL', '/organizationId'] },
  {
    method: 'GET',
    path: `${organization}/console`,
    reads: [
      ...['/management/title', '/management/support/enabled', '/authentication/localLogin/enabled'],
      ...[
        '/reCaptcha/enabled',
        '/scheduler/tasks',
        '/scheduler/notifications',
        '/licenseExpirationNotification/enabled',
      ],
    ],
  },
  { method: 'GET', path: `${v2}/ui/customization`, status: 204 },
  { method: 'GET', path: `${organization}/social-identities` },
  { method: 'GET', path: `${organization}/user`, status: 401 },
  { method: 'POST', path: `${organization}/user/login`, body: {} },
  {
    method: 'GET',
    path: `${organization}/user`,
    reads: [
      '/id',
      '/sourceId',
      '/displayName',
      '/roles/*/scope',
      '/roles/*/name',
      '/roles/*/permissions',
      '/firstLogin',
    ],
  },
  { method: 'GET', path: `${organization}/configuration/rolescopes/`, reads: ['/ENVIRONMENT/*', '/APPLICATION/*'] },
  { method: 'GET', path: `${organization}/user/avatar?1` },
  {
    method: 'GET',
    path: `${organization}/environments`,
    reads: ['/*/id', '/*/name', '/*/hrids/*', '/*/organizationId'],
  },
  {
    method: 'GET',
    path: `${organization}/environments/DEFAULT/permissions`,
    reads: ['/CLIENT_REGISTRATION_PROVIDER/*', '/SETTINGS/*', '/APPLICATION/*'],
  },
  {
    method: 'GET',
    path: `${environment}/portal`,
    reads: ['/apiScore/enabled', '/portalNext/access/enabled', '/application/types/simple/enabled'],
  },
  { method: 'GET', path: `${v2}/license`, reads: ['/tier', '/packs', '/features', '/isExpired'] },
  { method: 'GET', path: `${organization}/user/tasks`, reads: ['/data', '/page/total_elements'] },
  { method: 'GET', path: `${organization}/user/notifications`, reads: ['/data', '/page/total_elements'] },
  { method: 'GET', path: `${environment}/analytics?type=count&field=api&interval=2000&from=1&to=2`, reads: ['/hits'] },
  {
    method: 'GET',
    path: `${environment}/analytics?type=group_by&field=state&interval=2000&from=1&to=2`,
    reads: ['/values'],
  },
  ...dashboard.map((name) => ({ method: 'GET', path: `${v2environment}/analytics/${name}?from=1&to=2` }) as const),
  { method: 'GET', path: `${environment}/platform/events?query=&page=0&size=5`, reads: ['/content', '/totalElements'] },
  {
    method: 'GET',
    path: `${environment}/settings`,
    reads: [
      ...['/metadata/readonly', '/application/registration/enabled'],
      ...registrationTypes.map((type) => `/application/types/${type}/enabled`),
    ],
  },
  { method: 'GET', path: providers, reads: ['/*/id', '/*/name', '/*/description', '/*/updated_at'] },
  { method: 'GET', path: `${providers}/:provider`, reads: provider },
  {
    method: 'GET',
    path: `${environment}/applications/_paged?page=1&size=25&status=ACTIVE`,
    reads: ['/data/*/id', '/data/*/name', '/data/*/type', '/data/*/owner/displayName', '/page/total_elements'],
  },
  {
    method: 'GET',
    path: `${environment}/configuration/applications/types`,
    reads: ['id', 'name', 'description', 'requires_redirect_uris', 'allowed_grant_types', 'default_grant_types'].map(
      (member) => `/*/${member}`,
    ),
  },
  { method: 'GET', path: `${environment}/configuration/groups` },
  { method: 'GET', path: `${application}/picture?hash=1` },
  { method: 'GET', path: `${application}/members/permissions`, reads: ['/DEFINITION/*'] },
  {
    method: 'GET',
    path: application,
    reads: [
      ...['/id', '/name', '/description', '/type', '/status', '/origin', '/owner/displayName', '/created_at'],
      ...['/api_key_mode', '/settings/oauth/client_id', '/settings/oauth/client_secret'],
      ...['/settings/oauth/grant_types/*', '/settings/oauth/redirect_uris/*'],
    ],
  },
  {
    method: 'GET',
    path: `${application}/configuration`,
    reads: ['/id', '/requires_redirect_uris', '/allowed_grant_types/*/type', '/allowed_grant_types/*/name'],
  },
  { method: 'POST', path: `${organization}/user/logout`, body: {} },
  { method: 'GET', path: `${organization}/user`, status: 401 },
];
