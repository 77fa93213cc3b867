import type { IdpView } from '../../mock-idp/api.ts';
import { mustBeDone, type Scene, type Story } from '../../fixtures/index.ts';
import type { Outcome } from '../../fixtures/pages/answer.ts';
import type { ApplicationChange } from '../../fixtures/pages/application-input.ts';
import type { ApplicationPage, Renewal } from '../../fixtures/pages/application-page.ts';
import type { PortalRest } from '../../fixtures/portal-rest.ts';
import type { ObservationName } from '../../src/recording/observation-names.ts';
import type { Application, ApplicationType, Place } from '../../src/recording/recording.ts';
import { defaultGrants, ordinary } from './asked.ts';
import { askForApplication, registrationOf } from './parts.ts';
import { sawDeletion, sawEdit, sawRenewal } from './sightings.ts';

/** What every story about an edit sets out to see. */
export const editPlan: readonly ObservationName[] = [
  'registration',
  'registration-accepted',
  'management-request',
  'update',
  'edit',
  'product-edit',
  'provider',
  'three-views',
  'end-of-story',
];

export interface Existing {
  readonly record: Application;
  readonly applicationId: string;
}

interface Maker {
  story: Story;
  idp: IdpView;
  portal: PortalRest;
}

/** An application whose creation is not what the story is about. */
export function registerByRest({ story, idp, portal }: Maker, type: ApplicationType, name: string): Promise<Existing> {
  const grantTypes = defaultGrants[type];
  const input = ordinary(type, name);
  return story.step('portal', `create the application ${name} by the Portal REST API`, async () => {
    const asked = { input, through: 'portal-api', grantTypes } as const;
    const { application, answer } = await askForApplication(story, asked, () => portal.create(input, grantTypes));
    mustBeDone(answer, (said) => `Portal: the application was refused: ${said}`);
    await registrationOf(idp, name);
    return { record: application, applicationId: answer.id ?? '' };
  });
}

interface Editor {
  story: Story;
  place: Place;
  person: Scene & { signIn: () => Promise<void> };
  page: ApplicationPage;
}

export const signIn = ({ story, place, person }: Editor): Promise<void> =>
  story.step(place, `sign in as ${place === 'console' ? 'the administrator' : 'a developer'}`, person.signIn, person);

/** A person types the change and saves it; what was read when that is refused is noted. */
export function edit(
  { story, place, person, page }: Editor,
  { record, applicationId }: Existing,
  change: ApplicationChange,
): Promise<Outcome> {
  return noting(
    story,
    place,
    titleOf(change),
    async () => {
      await page.open(applicationId);
      await page.edit(change);
      const outcome = await page.save();
      sawEdit(story, record.name, change, outcome);
      return outcome;
    },
    person,
  );
}

/** The same through the Portal REST API. */
export function changeByRest(
  story: Story,
  portal: PortalRest,
  { record, applicationId }: Existing,
  change: Pick<ApplicationChange, 'name' | 'description' | 'redirectUris'>,
): Promise<Outcome> {
  return noting(story, 'portal', `${titleOf(change)} by the Portal REST API`, async () => {
    const outcome = await portal.edit(applicationId, change);
    sawEdit(story, record.name, change, outcome);
    return outcome;
  });
}

const titleOf = (change: ApplicationChange) => `change ${Object.keys(change).map(wordFor).join(', ')}`;

/** A person asks for another secret. */
export function renewing(
  story: Story,
  { record }: Existing,
  act: () => Promise<Renewal>,
  scene?: Scene,
): Promise<Outcome> {
  return noting(
    story,
    'portal',
    'renew the secret',
    async () => {
      const outcome = await act();
      sawRenewal(story, record.name, outcome);
      return outcome;
    },
    scene,
  );
}

/** A person deletes the application. */
export function removing(
  story: Story,
  place: Place,
  { record }: Existing,
  act: () => Promise<Outcome>,
  scene?: Scene,
): Promise<Outcome> {
  return noting(
    story,
    place,
    `delete the application ${record.name}`,
    async () => {
      const outcome = await act();
      sawDeletion(story, record.name, outcome);
      return outcome;
    },
    scene,
  );
}

/** A step whose refusal is part of the story. */
export function noting(
  story: Story,
  place: Place,
  title: string,
  act: () => Promise<Outcome>,
  scene?: Scene,
): Promise<Outcome> {
  return story.step(
    place,
    title,
    async () => {
      const outcome = await act();
      if (outcome.outcome === 'refused') story.note(outcome.message);
      return outcome;
    },
    scene,
  );
}

const words: Readonly<Record<string, string>> = {
  name: 'the name',
  description: 'the description',
  redirectUris: 'the redirect URIs',
  grants: 'the grants',
};

const wordFor = (member: string) => words[member] ?? member;
