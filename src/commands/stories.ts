import { UsageError } from '../errors.ts';
import type { Recording } from '../recording/recording.ts';

/** What belongs together; the tutorial's is walked when nothing is named. */
export const storyGroups = [
  'tutorial',
  'applications',
  'provider',
  'together',
  'lifecycle',
  'faults',
  'login',
] as const;
export type StoryGroup = (typeof storyGroups)[number];

/** Whose pages a story walks. `rest`: it asks the product's REST API, for what no page offers. */
export type Ui = 'console' | 'portal' | 'rest';

interface StoryRow {
  readonly group: StoryGroup;
  readonly title: string;
  readonly uis: readonly Ui[];
  /** What the pages must offer for it. */
  readonly needs?: 'metadata' | 'edit-grants' | 'renew-secret';
  /** It makes a provider in the Console, or takes one away: from 4.0 an APIM without a licence could not be made what it was. */
  readonly licence?: true;
  /** First version of the product that has it; left out: 3.20. */
  readonly since?: string;
}

const tutorial = {
  tutorial: {
    group: 'tutorial',
    title: 'Configure Dynamic Client Registration: the tutorial, end to end',
    uis: ['console', 'portal'],
  },
  'console-backend-to-backend': {
    group: 'tutorial',
    title: 'A Backend to Backend application, created in the Console',
    uis: ['console'],
  },
  'portal-web': {
    group: 'tutorial',
    title: 'A Web application with redirect URIs, created in the Portal',
    uis: ['portal'],
  },
} as const satisfies Record<string, StoryRow>;

const applications = {
  'console-web': { group: 'applications', title: 'A Web application, created in the Console', uis: ['console'] },
  'console-spa': { group: 'applications', title: 'An SPA, created in the Console', uis: ['console'] },
  'console-native': { group: 'applications', title: 'A Native application, created in the Console', uis: ['console'] },
  'console-simple': {
    group: 'applications',
    title: 'A Simple application, created in the Console, is no business of the IdP',
    uis: ['console'],
  },
  'portal-backend-to-backend': {
    group: 'applications',
    title: 'A Backend to Backend application, created in the Portal',
    uis: ['portal'],
  },
  'portal-spa': { group: 'applications', title: 'An SPA, created in the Portal', uis: ['portal'] },
  'portal-native': { group: 'applications', title: 'A Native application, created in the Portal', uis: ['portal'] },
  'portal-simple': {
    group: 'applications',
    title: 'A Simple application, created in the Portal, is no business of the IdP',
    uis: ['portal'],
  },
  'rest-edges': {
    group: 'applications',
    title: 'Applications with very long values, without redirect URIs or grants, with every grant',
    uis: ['rest'],
  },
  'type-switched-off': {
    group: 'applications',
    title: 'An application type that is switched off is neither offered nor created',
    uis: ['portal', 'rest'],
  },
} as const satisfies Record<string, StoryRow>;

const provider = {
  'provider-missing-scope': {
    group: 'provider',
    title: 'A provider without the scope that opens registration',
    uis: ['console', 'portal'],
    licence: true,
  },
  'provider-wrong-secret': {
    group: 'provider',
    title: 'A provider with a wrong secret',
    uis: ['console'],
    licence: true,
  },
  'provider-static-token': {
    group: 'provider',
    title: 'A provider with a static initial access token',
    uis: ['console', 'portal'],
    licence: true,
  },
  'provider-unreachable': {
    group: 'provider',
    title: 'A provider at whose address nothing answers',
    uis: ['console'],
    licence: true,
  },
  'provider-without-registration': {
    group: 'provider',
    title: 'A provider whose metadata has no registration_endpoint',
    uis: ['console', 'portal'],
    licence: true,
  },
  tls: {
    group: 'provider',
    title: 'An untrusted certificate is refused, a trusted one works',
    uis: ['console', 'rest'],
    since: '4.9',
  },
  'provider-html': {
    group: 'provider',
    title: 'A provider whose metadata is a page of HTML',
    uis: ['console'],
    licence: true,
  },
  'provider-second': { group: 'provider', title: 'A second provider', uis: ['console', 'rest'], licence: true },
  'provider-double-click': {
    group: 'provider',
    title: 'A double click on Create, of a provider',
    uis: ['console'],
    licence: true,
  },
  'provider-renewal-address': {
    group: 'provider',
    title: 'A provider with a renewal address that is none',
    uis: ['rest'],
  },
  'provider-renamed': {
    group: 'provider',
    title: 'The provider gets another description, and works as before',
    uis: ['console', 'rest'],
  },
  'provider-edit-refused': {
    group: 'provider',
    title: 'A refused edit of the provider leaves the one in use as it was',
    uis: ['console', 'portal'],
  },
  'provider-edited': {
    group: 'provider',
    title: 'The provider is moved to another IdP; applications of the first one are edited',
    uis: ['console', 'portal'],
  },
  'provider-deleted': {
    group: 'provider',
    title: 'The provider is deleted; applications of it are edited',
    uis: ['console', 'portal'],
    licence: true,
  },
} as const satisfies Record<string, StoryRow>;

const together = {
  'ten-at-once': {
    group: 'together',
    title: 'Two developers create ten applications at the same time',
    uis: ['rest'],
  },
  'hundred-in-a-row': {
    group: 'together',
    title: 'One developer asks for a hundred applications in a row',
    uis: ['rest'],
  },
  'application-double-click': {
    group: 'together',
    title: 'A double click on Create, of an application',
    uis: ['portal'],
  },
  'browsers-by-role': {
    group: 'together',
    title: 'What the browsers of owner, administrator, another developer and a visitor are given',
    uis: ['console', 'portal'],
  },
  'another-developer': {
    group: 'together',
    title: 'Another developer edits, renews and deletes an application that is not his',
    uis: ['rest'],
  },
} as const satisfies Record<string, StoryRow>;

const lifecycle = {
  'console-edit': {
    group: 'lifecycle',
    title: 'Name and redirect URIs of an application, edited in the Console',
    uis: ['console'],
  },
  'portal-edit': {
    group: 'lifecycle',
    title: 'Name, redirect URIs and grants of an application, edited in the Portal',
    uis: ['portal'],
  },
  'console-grants': {
    group: 'lifecycle',
    title: 'Grants of an application, edited in the Console',
    uis: ['console'],
    needs: 'edit-grants',
  },
  'rest-clear-value': {
    group: 'lifecycle',
    title: 'The home page of an application is set and cleared again',
    uis: ['rest'],
  },
  'portal-renew-secret': {
    group: 'lifecycle',
    title: 'The secret of an application, renewed in the Portal',
    uis: ['portal'],
    needs: 'renew-secret',
  },
  'console-delete': { group: 'lifecycle', title: 'An application, deleted in the Console', uis: ['console'] },
  'portal-delete': { group: 'lifecycle', title: 'An application, deleted in the Portal', uis: ['portal'] },
  'console-metadata': {
    group: 'lifecycle',
    title: 'Additional client metadata, typed in the Console',
    uis: ['console'],
    needs: 'metadata',
  },
  'portal-metadata': {
    group: 'lifecycle',
    title: 'Additional client metadata, typed in the Portal',
    uis: ['portal'],
    needs: 'metadata',
  },
} as const satisfies Record<string, StoryRow>;

const faults = {
  'faults-discovery': { group: 'faults', title: 'Faulty metadata of the IdP', uis: ['portal'] },
  'faults-token': { group: 'faults', title: 'Faulty answers of the token endpoint', uis: ['portal'] },
  'faults-registration': { group: 'faults', title: 'Odd answers to a registration', uis: ['portal'] },
  'faults-errors': { group: 'faults', title: 'Errors of the registration endpoint', uis: ['portal'] },
  'faults-redirects': { group: 'faults', title: 'Redirects of the IdP', uis: ['portal'] },
  'faults-outages': { group: 'faults', title: 'Outages of the IdP', uis: ['portal'] },
  'faults-media-types': { group: 'faults', title: 'Answers in another media type', uis: ['portal'] },
  'faults-transport': { group: 'faults', title: 'Answers that are cut off or too long', uis: ['portal'] },
  'faults-slow': { group: 'faults', title: 'Answers that come late', uis: ['portal'] },
  'faults-management': { group: 'faults', title: 'Faulty answers to an update or a deletion', uis: ['portal'] },
  'rest-discovery': { group: 'faults', title: 'Odd and faulty metadata, one kind after the other', uis: ['rest'] },
  'rest-discovery-moved': {
    group: 'faults',
    title: 'Metadata that announces other addresses than before',
    uis: ['rest'],
  },
  'rest-token': { group: 'faults', title: 'Odd and faulty answers of the token endpoint', uis: ['rest'] },
  'rest-registration': {
    group: 'faults',
    title: 'Odd answers to a registration, one kind after the other',
    uis: ['rest'],
  },
  'rest-clients': { group: 'faults', title: 'Odd client ids, secrets and addresses in the answer', uis: ['rest'] },
  'rest-errors': { group: 'faults', title: 'Every error of the registration endpoint', uis: ['rest'] },
  'rest-management': { group: 'faults', title: 'Faulty answers to an update, by REST', uis: ['rest'] },
  'rest-renewal': { group: 'faults', title: 'Odd answers to a renewal, by REST', uis: ['rest'] },
  'faults-renewal': {
    group: 'faults',
    title: 'Faulty answers to a secret renewal',
    uis: ['portal'],
    needs: 'renew-secret',
  },
} as const satisfies Record<string, StoryRow>;

const login = {
  'login-registered': {
    group: 'login',
    title: 'People sign in to a registered Web application at its redirect URI, and at no other',
    uis: ['portal'],
  },
} as const satisfies Record<string, StoryRow>;

const table = { ...tutorial, ...applications, ...provider, ...together, ...lifecycle, ...faults, ...login };

export type StoryId = keyof typeof table;

export interface StoryEntry extends StoryRow {
  readonly id: StoryId;
}

const isId = (id: string): id is StoryId => id in table;

/** Every story, in the order they are reported: the tag of each scenario is its id. */
export const stories: readonly StoryEntry[] = Object.keys(table)
  .filter(isId)
  .map((id) => ({ id, ...table[id] }));

export const storyIds: readonly string[] = stories.map(({ id }) => id);

/** Title and tag of a scenario, as the runner takes them. */
export const titleOf = (id: StoryId): string => table[id].title;

/** Whether a story could not put an unlicensed product back. */
export const needsLicence = (id: string): boolean => isId(id) && stories.some((one) => one.id === id && one.licence);

export const idsOf = (groups: readonly StoryGroup[]): string[] =>
  stories.filter(({ group }) => groups.includes(group)).map(({ id }) => id);

export interface Choice {
  readonly named: readonly string[];
  readonly groups: readonly StoryGroup[];
  readonly all: boolean;
}

/** The stories of a run: those that are named, with those of the groups; the tutorial's group when nothing is said. */
export function chosenStories({ named, groups, all }: Choice): string[] {
  const unknown = named.find((id) => !isId(id));
  if (unknown !== undefined)
    throw new UsageError(`There is no story "${unknown}". "dcrh list --stories" shows them all.`);
  if (all && (named.length > 0 || groups.length > 0))
    throw new UsageError('--all walks every story. Leave it out to name some.');
  if (all) return [...storyIds];
  if (named.length === 0 && groups.length === 0) return idsOf(['tutorial']);
  const wanted = new Set([...named, ...idsOf(groups)]);
  return storyIds.filter((id) => wanted.has(id));
}

/** The recordings in the order of the stories; others after them, as they came. */
export function inStoryOrder(recordings: readonly Recording[]): Recording[] {
  const place = ({ id }: Recording) => (storyIds.includes(id) ? storyIds.indexOf(id) : storyIds.length);
  return recordings.toSorted((a, b) => place(a) - place(b));
}

/** The story that says what is needed of the IdP beyond the default; it is left out of a run that does not give it. */
export const needsTls = 'tls';
