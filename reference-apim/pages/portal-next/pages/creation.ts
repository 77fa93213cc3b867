import { html, nothing, type TemplateResult } from 'lit';

import { createApplication } from '../../portal/backend/applications.ts';
import { enabledTypes, type ApplicationType } from '../../portal/backend/application-types.ts';
import { refresh } from '../../portal/refresh.ts';
import { failures } from '../failures.ts';
import { metadataFields, metadataOf, type Pair } from '../form/metadata.ts';
import { isSecured, oauthFields, type OAuth } from '../form/oauth.ts';
import { textField } from '../form/text.ts';
import { navigate, type Page } from '../router.ts';

interface Draft extends OAuth {
  type: ApplicationType | undefined;
  name: string;
  description: string;
  metadata: Pair[];
  busy: boolean;
  /** What a person reads after a refusal. */
  error: string | undefined;
}

function choose(draft: Draft, type: ApplicationType | undefined): void {
  const grantTypes = (type?.default_grant_types ?? []).map((grant) => grant.type);
  Object.assign(draft, { type, grantTypes, redirectUris: [] });
  refresh();
}

const isSimple = ({ type }: Draft) => type?.id === 'simple';

const isValid = (draft: Draft): boolean =>
  draft.name.trim() !== '' && draft.type !== undefined && isSecured(draft.type, draft) && !draft.busy;

/** What the next-gen portal 4.10.9 posts. */
const bodyOf = (draft: Draft): object => ({
  name: draft.name.trim(),
  description: draft.description,
  settings: isSimple(draft) ? { app: {} } : { oauth: oauthOf(draft) },
});

function oauthOf({ type, grantTypes, redirectUris, metadata }: Draft): object {
  const additional = metadataOf(metadata);
  return {
    application_type: type?.id,
    grant_types: grantTypes,
    redirect_uris: redirectUris,
    ...(Object.keys(additional).length > 0 && { additional_client_metadata: additional }),
  };
}

/** The page has one sentence for every failure; a code that it does not know comes with a message of its own. */
function errorText(): string {
  const { code = '', message = '' } = failures.newest ?? {};
  const why = code === 'errors.clientRegistrationProvider.refused' ? ` ${message}` : '';
  return `There was an error creating your application and it could not be processed.${why}`;
}

async function create(draft: Draft): Promise<void> {
  draft.busy = true;
  refresh();
  const created = await createApplication(bodyOf(draft));
  draft.busy = false;
  draft.error = created === undefined ? errorText() : undefined;
  refresh();
  if (created !== undefined) await navigate(`/applications/${created.id}/settings`);
}

const card = (draft: Draft, type: ApplicationType): TemplateResult => {
  const chosen = draft.type?.id === type.id;
  return html`<div
    class="type-radio"
    role="radio"
    aria-checked=${chosen ? 'true' : 'false'}
    @click=${() => choose(draft, type)}
  >
    <input type="radio" name="mat-radio-group-0" .checked=${chosen} />
    <div>${type.name}</div>
  </div>`;
};

const security = (draft: Draft): TemplateResult | typeof nothing =>
  draft.type === undefined || isSimple(draft)
    ? nothing
    : html`<h3>Security</h3>
        ${oauthFields(draft.type, draft)}
        <p>Additional Client Metadata (optional)</p>
        ${metadataFields(draft.metadata)}`;

/** "Create new application", 4.10 to 4.13. */
export async function creationPage(): Promise<Page> {
  const types = await enabledTypes();
  const draft: Draft = {
    ...{ type: undefined, name: '', description: '', busy: false, error: undefined },
    ...{ grantTypes: [], redirectUris: [], metadata: [{ key: '', value: '' }] },
  };
  choose(draft, types[0]);
  return {
    view: () =>
      html`<h2>Create new application</h2>
        <h3>Set up security</h3>
        <div role="radiogroup" aria-label="Type">${types.map((type) => card(draft, type))}</div>
        <h3>Application details</h3>
        ${textField({
          label: 'Application name',
          control: 'name',
          value: draft.name,
          changed: (value) => (draft.name = value),
        })}
        ${textField({
          label: 'Description (optional)',
          control: 'description',
          value: draft.description,
          changed: (value) => (draft.description = value),
        })}
        ${security(draft)} ${draft.error === undefined ? nothing : html`<p class="error">${draft.error}</p>`}
        <button type="button" ?disabled=${!isValid(draft)} @click=${() => void create(draft)}>Create</button>
        <button type="button" @click=${() => void navigate('/applications')}>Cancel</button>`,
  };
}
