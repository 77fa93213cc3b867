import type { PageCall } from './page-call.ts';

const environment = '/portal/environments/DEFAULT';
const application = `${environment}/applications/:web`;

/** The next-gen portal, from the first page to the settings of an application. */
export const nextPortalCalls: readonly PageCall[] = [
  { method: 'GET', path: '/portal/ui/bootstrap', reads: ['/baseURL', '/environmentId'] },
  { method: 'GET', path: `${environment}/theme?type=PORTAL_NEXT`, reads: ['/definition'] },
  {
    method: 'GET',
    path: `${environment}/configuration`,
    reads: ['/portalNext/access/enabled', '/authentication/localLogin/enabled', '/authentication/forceLogin/enabled'],
  },
  {
    method: 'GET',
    path: `${environment}/portal-navigation-items?area=TOP_NAVBAR&loadChildren=false`,
    reads: ['/*/id', '/*/type', '/*/title'],
  },
  { method: 'GET', path: `${environment}/user`, status: 401 },
  { method: 'GET', path: `${environment}/configuration/identities`, reads: ['/data'] },
  { method: 'POST', path: `${environment}/auth/login`, body: {} },
  { method: 'GET', path: `${environment}/user`, reads: ['/id', '/display_name', '/permissions/APPLICATION/*'] },
  { method: 'GET', path: `${environment}/portal-navigation-items?area=HOMEPAGE&loadChildren=false` },
  { method: 'GET', path: `${environment}/categories?size=-1`, reads: ['/data'] },
  {
    method: 'POST',
    path: `${environment}/apis/_search?page=1&category=&size=18&q=`,
    body: {},
    reads: ['/data', '/metadata'],
  },
  {
    method: 'GET',
    path: `${environment}/applications?page=1&size=18`,
    reads: ['/data/*/id', '/data/*/name', '/data/*/description', '/data/*/owner/display_name', '/metadata/pagination'],
  },
  {
    method: 'GET',
    path: `${environment}/configuration/applications/types`,
    reads: [
      ...['/data/*/id', '/data/*/name', '/data/*/description', '/data/*/requires_redirect_uris'],
      ...['/data/*/allowed_grant_types', '/data/*/default_grant_types', '/data/*/mandatory_grant_types'],
    ],
  },
  {
    method: 'GET',
    path: application,
    reads: [
      ...['/id', '/name', '/description', '/owner/display_name', '/settings/oauth/client_id'],
      ...['/settings/oauth/client_secret', '/settings/oauth/grant_types/*', '/settings/oauth/redirect_uris/*'],
    ],
  },
  { method: 'GET', path: `${environment}/permissions?applicationId=:web`, reads: ['/DEFINITION/*'] },
  {
    method: 'GET',
    path: `${environment}/subscriptions?applicationId=:web&statuses=ACCEPTED&statuses=PAUSED&size=-1`,
    reads: ['/data', '/metadata'],
  },
  { method: 'POST', path: `${application}/logs/_search?page=1&size=10`, body: {}, reads: ['/data', '/metadata'] },
  {
    method: 'GET',
    path: `${application}/configuration`,
    reads: [
      '/name',
      '/description',
      '/requires_redirect_uris',
      '/allowed_grant_types/*/name',
      '/mandatory_grant_types',
    ],
  },
  { method: 'GET', path: `${environment}/applications/:simple`, reads: ['/settings/app'] },
  { method: 'POST', path: `${environment}/auth/logout`, body: {} },
  { method: 'GET', path: `${environment}/user`, status: 401 },
];
