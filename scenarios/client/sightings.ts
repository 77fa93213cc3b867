import type { Story } from '../../fixtures/index.ts';
import type { Outcome } from '../../fixtures/pages/answer.ts';
import type { ApplicationChange } from '../../fixtures/pages/application-input.ts';
import type { Renewal } from '../../fixtures/pages/application-page.ts';
import type { ProductAnswer } from '../../fixtures/product-answer.ts';
import type { SightingOf } from '../../src/recording/sightings.ts';

const messageOf = (outcome: Outcome) => (outcome.outcome === 'refused' ? { message: outcome.message } : {});

/** Client metadata members (RFC 7591 §2) by the fields of the pages. A description is known to the product alone. */
const members: Readonly<Record<string, string>> = {
  name: 'client_name',
  redirectUris: 'redirect_uris',
  grants: 'grant_types',
};

/** An edit of the application of that name was sent. */
export function sawEdit(
  story: Story,
  application: string,
  { description, metadata, ...change }: ApplicationChange,
  outcome: Outcome,
): void {
  const typed = Object.entries(change).map(([field, value]): [string, unknown] => [members[field] ?? field, value]);
  sawChange(story, application, { ...Object.fromEntries(typed), ...metadata }, outcome, description);
}

/** The same in the words of RFC 7591; null for a value that was cleared. */
export function sawChange(
  story: Story,
  application: string,
  changed: Readonly<Record<string, unknown>>,
  outcome: Outcome,
  description?: string,
): void {
  story.saw({
    kind: 'edit',
    application,
    changed: { ...changed },
    own: description === undefined ? [] : ['description'],
    outcome: outcome.outcome === 'done' ? 'saved' : 'refused',
    ...messageOf(outcome),
  });
}

export function sawRenewal(story: Story, application: string, outcome: Renewal): void {
  story.saw({
    kind: 'renewal-click',
    application,
    confirmation: outcome.confirmation,
    outcome: outcome.outcome === 'done' ? 'renewed' : 'refused',
    ...messageOf(outcome),
  });
}

export function sawDeletion(story: Story, application: string, outcome: Outcome): void {
  story.saw({
    kind: 'deletion',
    application,
    outcome: outcome.outcome === 'done' ? 'deleted' : 'refused',
    ...messageOf(outcome),
  });
}

/** What the product's API answered to the harness, with those of the secrets that are in it, which the recording hashes. */
export function sawAnswer(
  story: Story,
  subject: 'application' | 'provider',
  { path, status, cacheControl, text }: ProductAnswer,
  secrets: readonly string[],
): void {
  const found = secrets.filter((secret) => text.includes(JSON.stringify(secret).slice(1, -1)));
  const answer = { kind: 'product-answer', to: 'harness', method: 'GET' } as const;
  story.saw({ ...answer, path, status, subject, cacheControl, secrets: [...new Set(found)] });
}

type Save = SightingOf<'provider-save'>;

/** What was typed when a provider was saved. */
export interface Typed {
  /** No provider was there before. */
  readonly first: boolean;
  readonly typed: readonly string[];
  readonly wrong?: Save['wrong'];
}

/** Every field of a new provider. */
export const everyField: readonly string[] = ['name', 'discoveryEndpoint', 'clientId', 'clientSecret', 'scopes'];

export function sawSave(story: Story, { first, typed, wrong }: Typed, outcome: Outcome): void {
  story.saw({
    kind: 'provider-save',
    outcome: outcome.outcome === 'done' ? 'saved' : 'refused',
    ...messageOf(outcome),
    first,
    typed: [...typed],
    ...(wrong !== undefined && { wrong }),
  });
}
