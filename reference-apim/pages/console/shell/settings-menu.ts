import type { TemplateResult } from 'lit';
import { hrid } from '../backend/session.ts';
import { subMenu, type MenuGroup } from './sub-menu.ts';

const groups: readonly MenuGroup[] = [
  {
    title: 'Portal',
    links: [
      ['Analytics', 'analytics'],
      ['API Portal Information', 'api-portal-header'],
      ['API Quality', 'api-quality-rules'],
      ['Authentication', 'identity-providers'],
      ['Categories', 'categories'],
      ['Client Registration', 'client-registration-providers'],
      ['Documentation', 'documentation'],
      ['Metadata', 'metadata'],
      ['Settings', 'portal'],
      ['Theme', 'theme'],
      ['Featured APIs', 'top-apis'],
    ],
  },
  {
    title: 'Gateway',
    links: [
      ['API Logging', 'api-logging'],
      ['Dictionaries', 'dictionaries'],
      ['Shared Policy Groups', 'shared-policy-groups'],
    ],
  },
  {
    title: 'User Management',
    links: [
      ['User Fields', 'custom-user-fields'],
      ['Groups', 'groups'],
    ],
  },
  { title: 'Notifications', links: [['Notification settings', 'notifications']] },
];

export const settingsMenu = (): TemplateResult => subMenu(undefined, `/${hrid()}/settings`, groups);
