import type { TemplateResult } from 'lit';
import { hrid } from '../backend/session.ts';
import { subMenu, type MenuGroup } from './sub-menu.ts';

const groups: readonly MenuGroup[] = [
  {
    links: [
      ['Global settings', 'general'],
      ['User and group access', 'members'],
      ['Subscriptions', 'subscriptions'],
      ['Analytics', 'analytics'],
      ['Logs', 'logs'],
      ['Notification settings', 'notifications'],
    ],
  },
];

export const applicationMenu = (name: string, id: string): TemplateResult =>
  subMenu(name, `/${hrid()}/applications/${id}`, groups);
