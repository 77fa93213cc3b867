import { html } from 'lit';

import { aside } from '../application/aside.ts';
import { save } from '../application/commands.ts';
import { editedOf, type Opened } from '../application/edited.ts';
import { general } from '../application/general.ts';
import { oauth } from '../application/oauth.ts';
import { typeOfApplication } from '../backend/application-types.ts';
import { connectedApis, definitionPermissions, readApplication } from '../backend/applications.ts';
import type { Page } from '../page.ts';
import { applicationHeader } from '../shell/application-header.ts';
import { applicationMenu } from '../shell/navigation.ts';

async function open(id: string): Promise<Opened | undefined> {
  const [application, may] = await Promise.all([readApplication(id), definitionPermissions(id)]);
  const type = application && (await typeOfApplication(id));
  if (application === undefined || type === undefined) return undefined;
  const edited = editedOf(application);
  return { application, type, may, apis: connectedApis(id), edited, pristine: true, busy: undefined };
}

/** An application's own page: what is known about it, its credentials, what can be done with it. */
export async function applicationPage(id: string): Promise<Page | undefined> {
  const opened = await open(id);
  return (
    opened && {
      view: () =>
        html`<app-application-general>
          <form
            @submit=${(event: Event) => {
              event.preventDefault();
              void save(opened);
            }}
          >
            <div>${general(opened)} ${oauth(opened)}</div>
            ${aside(opened)}
          </form>
        </app-application-general>`,
      menu: (pathname) => ({
        top: () => applicationHeader(opened.application),
        links: applicationMenu(id, pathname),
      }),
    }
  );
}
