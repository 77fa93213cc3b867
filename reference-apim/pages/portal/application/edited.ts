import type { Application } from '../backend/applications.ts';
import type { ApplicationType } from '../backend/application-types.ts';

/** The form of the application's page. Client id and secret are ordinary fields in it. */
export interface Edited {
  name: string;
  description: string;
  domain: string | null;
  picture: string | null;
  background: string | null;
  settings:
    | { app: { type: string | null; client_id: string | null } }
    | {
        oauth: {
          client_secret: string | null;
          client_id: string | null;
          redirect_uris: string[];
          grant_types: string[];
        };
      };
}

export interface Opened {
  application: Application;
  readonly type: ApplicationType;
  /** Letters of `CRUD`. */
  readonly may: readonly string[];
  readonly apis: Promise<unknown[]>;
  edited: Edited;
  pristine: boolean;
  busy: 'saving' | 'renewing' | 'removing' | undefined;
}

export function editedOf({ name, description, domain, picture, background, settings }: Application): Edited {
  const { oauth, app } = settings;
  return {
    name,
    description,
    domain: domain ?? null,
    picture: picture ?? null,
    background: background ?? null,
    settings: oauth
      ? {
          oauth: {
            client_secret: oauth.client_secret ?? null,
            client_id: oauth.client_id ?? null,
            redirect_uris: oauth.redirect_uris ?? [],
            grant_types: oauth.grant_types ?? [],
          },
        }
      : { app: { type: app?.type ?? null, client_id: app?.client_id ?? null } },
  };
}

/** Takes what the server has, and forgets what was typed. */
export function reset(opened: Opened, application = opened.application): void {
  Object.assign(opened, { application, edited: editedOf(application), pristine: true });
}

export const isValid = ({ edited, type }: Opened): boolean =>
  edited.name !== '' &&
  edited.description !== '' &&
  (!('oauth' in edited.settings) || !type.requires_redirect_uris || edited.settings.oauth.redirect_uris.length > 0);
