import { applicationTypes } from '../application-types.ts';
import { notSent } from '../conduct/management.ts';
import { kindOf, refusal } from '../refusal.ts';
import { pick, textIn, without, type Metadata } from '../metadata.ts';
import type { Registration } from '../registration.ts';
import type { Behaviour, BehaviourTable } from './behaviour.ts';

/** Sends another body with an update. */
const updating = (change: (body: Metadata, registration: Registration) => Metadata): Behaviour['change'] => {
  return (good) => ({ updateBody: (input) => change(good.updateBody(input), input.registration) });
};

const pairOf = ({ information }: Registration) => ({
  uri: textIn(information['registration_client_uri']),
  token: textIn(information['registration_access_token']),
});

const rebuilt = ({ endpoint, clientId }: Registration) => `${endpoint}/${encodeURIComponent(clientId ?? '')}`;

const isManageable = (managementUri: (registration: Registration) => string, registration: Registration): boolean => {
  try {
    return managementUri(registration) !== '';
  } catch (error) {
    if (kindOf(error) === undefined) throw error;
    return false;
  }
};

export const managementBehaviours = {
  'H-29': {
    says: 'uses half of what a client is managed with',
    change: (good) => ({
      managementUri(registration) {
        const { uri, token } = pairOf(registration);
        if ((uri === undefined) === (token === undefined)) return good.managementUri(registration);
        return uri ?? rebuilt(registration);
      },
      authorize: (request, token) => (token === '' ? request : good.authorize(request, token)),
    }),
  },
  'M-01': {
    says: 'makes up the address of a client from its id',
    also: ['Q-02'],
    change: (good) => ({
      managementUri: (registration) =>
        isManageable(good.managementUri, registration) ? rebuilt(registration) : good.managementUri(registration),
    }),
  },
  'M-02': {
    says: 'updates with the token of the registration endpoint',
    also: ['Q-04', 'M-28'],
    change: (good) => ({
      managementToken: (input) =>
        input.at === 'management' ? (input.initialToken ?? '') : good.managementToken(input),
    }),
  },
  'M-03': { says: 'updates without client_id', change: updating((body) => without(body, ['client_id'])) },
  'M-04': {
    says: 'updates the client_id that it was given from outside',
    also: ['M-03'],
    change: (good) => ({
      updateBody: (input) => ({ ...good.updateBody(input), ...pick(input.change.metadata ?? {}, 'client_id') }),
    }),
  },
  'M-05': {
    says: 'updates with the members alone that it knows by name',
    also: ['H-05'],
    change: updating((body) =>
      pick(
        body,
        'client_id',
        'client_name',
        'redirect_uris',
        'grant_types',
        'response_types',
        'application_type',
        'token_endpoint_auth_method',
      ),
    ),
  },
  'M-06': {
    says: 'sends the token and the times back in an update',
    change: updating((body, { information }) => ({ ...body, ...pick(information, ...notSent.filter(isNotSecret)) })),
  },
  'M-07': {
    says: 'sends a secret of its own making in an update',
    also: ['Q-05'],
    change: updating((body) => ({ ...body, client_secret: 'a-secret-of-its-own-making' })),
  },
  'M-08': {
    says: 'sends the scope as an array in an update',
    change: updating((body) => ({ ...body, scope: (textIn(body['scope']) ?? 'openid').split(' ') })),
  },
  'M-09': {
    says: 'resets the grant types with every update',
    also: ['M-05', 'Q-06'],
    change: updating((body) => ({ ...body, grant_types: [applicationTypes.web.grant_types[0]] })),
  },
  'M-10': {
    says: 'still sends a value that was taken away',
    change: (good) => ({
      updateBody: (input) => ({
        ...pick(input.registration.information, ...removed(input.change.metadata ?? {})),
        ...good.updateBody(input),
      }),
    }),
  },
  'M-11': {
    says: 'takes an update for done that was refused',
    also: ['H-55'],
    change: () => ({ hides: (kind, at) => at === 'management' && (kind === 'refused' || kind === 'unusable') }),
  },
  'M-12': {
    says: 'keeps the old secret when an update answers with a new one',
    change: (good) => ({
      adopt: (input) => ({
        ...good.adopt(input),
        ...(input.at === 'management' && pick(input.old.information, 'client_secret')),
      }),
    }),
  },
  'M-13': {
    says: 'keeps the old token when an update answers with a new one',
    also: ['Q-04', 'S-10'],
    change: (good) => ({
      adopt: (input) => ({
        ...good.adopt(input),
        ...(input.at === 'management' && pick(input.old.information, 'registration_access_token')),
      }),
    }),
  },
  'M-14': {
    says: 'forgets how a client is managed when an answer does not repeat it',
    change: (good) => ({
      adopt: (input) => (input.at === 'management' ? input.keep(input.sent, input.answer) : good.adopt(input)),
    }),
  },
  'M-15': {
    says: 'takes an update for done whose answer was lost',
    change: () => ({ hides: (kind, at) => at === 'management' && (kind === 'lost' || kind === 'late') }),
  },
  'M-16': {
    says: 'makes two updates of one client at the same time',
    also: ['M-13', 'Q-04'],
    change: () => ({ oneAtATime: false }),
  },
  'M-17': { says: 'takes over another client_id', also: ['M-03'], change: () => ({ takesOtherId: true }) },
  'M-18': { says: 'updates a client of which nothing changed', change: () => ({ hasNews: () => true }) },
  'M-19': {
    says: 'says nothing when a client cannot be managed',
    change: () => ({ hides: (kind, at) => at === 'management' && kind === 'not-manageable' }),
  },
  'M-20': { says: 'updates with a body that is called text', change: () => ({ updateType: 'text/plain' }) },
  'M-21': {
    says: 'takes all redirect URIs away from a client that needs one',
    change: () => ({ redirectComplaint: () => undefined }),
  },
  'M-22': {
    says: 'gives old clients the new software_id with their next update',
    also: ['M-09', 'Q-06'],
    change: (good) => ({
      updateBody: (input) => ({
        ...good.updateBody(input),
        ...(input.softwareId !== undefined && { software_id: input.softwareId }),
      }),
    }),
  },
  'M-23': { says: 'reads a client with POST', change: () => ({ readMethod: 'POST' }) },
  'M-25': { says: 'deletes nothing', also: ['Q-07'], change: () => ({ deletes: false }) },
  'M-27': {
    says: 'keeps an application that the identity provider does not delete, and does not say why',
    change: (good) => ({
      letsGo: false,
      explain: (answer, request) => (request.method === 'DELETE' ? '' : good.explain(answer, request)),
    }),
  },
  'M-28': {
    says: 'manages every client with the token of the first',
    also: ['M-02', 'Q-04'],
    change: (good) => ({
      managementToken: (input) => {
        const [first] = input.all;
        return input.at === 'management' && first !== undefined
          ? (pairOf(first).token ?? '')
          : good.managementToken(input);
      },
    }),
  },
  'M-29': {
    says: 'manages a client at any address',
    also: ['X-18', 'M-28'],
    change: (good) => ({
      managementUri(registration) {
        const { uri, token } = pairOf(registration);
        return uri !== undefined && token !== undefined && URL.canParse(uri) ? uri : good.managementUri(registration);
      },
    }),
  },
  'M-30': {
    says: 'crashes on an address that is a path',
    change: (good) => ({
      managementUri(registration) {
        const { uri } = pairOf(registration);
        if (uri !== undefined && !URL.canParse(uri)) throw refusal('TypeError: Invalid URL');
        return good.managementUri(registration);
      },
    }),
  },
  'M-31': {
    says: 'says nothing when the address of a client is on a host that it cannot reach',
    change: (good) => ({
      managementUri(registration) {
        const { uri } = pairOf(registration);
        if (uri === undefined || !URL.canParse(uri) || new URL(uri).origin === new URL(registration.endpoint).origin)
          return good.managementUri(registration);
        throw refusal('UnknownHostException', 'unreachable');
      },
      hides: (kind) => kind === 'unreachable',
    }),
  },
} satisfies BehaviourTable;

const isNotSecret = (name: string) => name !== 'client_secret';

const removed = (metadata: Metadata) => Object.keys(metadata).filter((name) => metadata[name] === null);
