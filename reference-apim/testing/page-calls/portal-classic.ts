import type { PageCall } from './page-call.ts';

const environment = '/portal/environments/DEFAULT';
const application = `${environment}/applications/:web`;
const shown = [
  ...['/id', '/name', '/description', '/applicationType', '/created_at', '/updated_at', '/owner/display_name'],
  ...['/settings/oauth/client_id', '/settings/oauth/client_secret', '/settings/oauth/grant_types/*'],
  ...['/settings/oauth/redirect_uris/*', '/settings/oauth/renew_client_secret_supported'],
];
const grant = ['type', 'name'];
const type = [
  ...['id', 'name', 'description', 'requires_redirect_uris'],
  ...['allowed_grant_types', 'default_grant_types', 'mandatory_grant_types'],
];

/** The classic portal, from the first page to the end of an application. */
export const classicPortalCalls: readonly PageCall[] = [
  { method: 'GET', path: '/portal/ui/bootstrap', reads: ['/baseURL', '/environmentId'] },
  { method: 'GET', path: `${environment}/theme?type=PORTAL`, reads: ['/definition/data'] },
  {
    method: 'GET',
    path: `${environment}/configuration`,
    reads: [
      ...['/authentication/localLogin/enabled', '/authentication/forceLogin/enabled'],
      ...['/portal/applicationCreation/enabled', '/portal/analytics/enabled', '/portal/userCreation/enabled'],
      ...['/plan/security/sharedApiKey/enabled', '/scheduler/notificationsInSeconds', '/alert/enabled'],
    ],
  },
  { method: 'GET', path: `${environment}/user`, status: 401 },
  { method: 'GET', path: `${environment}/configuration/links`, reads: ['/slots/header/*/links/*/name'] },
  { method: 'GET', path: `${environment}/configuration/identities`, reads: ['/data'] },
  { method: 'POST', path: `${environment}/auth/login`, body: {} },
  {
    method: 'GET',
    path: `${environment}/user`,
    reads: ['/id', '/display_name', '/permissions/APPLICATION/*', '/config/management_url', '/_links/avatar'],
  },
  { method: 'GET', path: `${environment}/user/avatar?1` },
  { method: 'GET', path: `${environment}/user/notifications?size=1`, reads: ['/data', '/metadata'] },
  { method: 'GET', path: `${environment}/pages?homepage=true`, reads: ['/data'] },
  { method: 'GET', path: `${environment}/apis?size=9&filter=FEATURED`, reads: ['/data'] },
  {
    method: 'GET',
    path: `${environment}/applications?page=1&size=12`,
    reads: ['/data/*/id', '/data/*/name', '/data/*/_links/picture', '/metadata/pagination/total'],
  },
  { method: 'GET', path: `${application}/picture?1` },
  { method: 'GET', path: `${application}/background?1` },
  {
    method: 'GET',
    path: `${environment}/configuration/applications/types`,
    reads: type.map((member) => `/data/*/${member}`),
  },
  { method: 'GET', path: application, reads: shown },
  { method: 'GET', path: `${environment}/permissions?applicationId=:web`, reads: ['/DEFINITION/*', '/METADATA/*'] },
  {
    method: 'GET',
    path: `${application}/configuration`,
    reads: ['/id', '/requires_redirect_uris', ...grant.map((member) => `/allowed_grant_types/*/${member}`)],
  },
  { method: 'GET', path: `${application}/subscribers?statuses=ACCEPTED`, reads: ['/data'] },
  { method: 'POST', path: `${application}/_renew_secret`, body: {}, reads: ['/settings/oauth/client_secret'] },
  { method: 'POST', path: `${environment}/auth/logout`, body: {} },
  { method: 'GET', path: `${environment}/user`, status: 401 },
];
