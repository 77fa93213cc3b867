import { objectIn, pick } from '../metadata.ts';
import { crash, type BehaviourTable } from './behaviour.ts';

export const renewalBehaviours = {
  'H-19': {
    says: 'takes the slashes out of a client_id',
    change: (good) => ({
      clientIdIn: (value) => good.clientIdIn(typeof value === 'string' ? value.replaceAll('/', '-') : value),
    }),
  },
  'S-01': { says: 'renews with GET', change: () => ({ renewMethod: () => 'GET' }) },
  'S-02': {
    says: 'makes a renewal address with two slashes in a row',
    change: (good) => ({
      renewUrl: (template, clientId) => good.renewUrl(template.replace('/{#', '//{#'), clientId),
    }),
  },
  'S-03': {
    says: 'puts a client_id into an address as it is',
    also: ['M-28', 'Q-02'],
    change: () => ({ renewUrl: (template, clientId) => template.replaceAll('{#client_id}', () => clientId) }),
  },
  'S-05': {
    says: 'renews with the token of the registration endpoint',
    also: ['Q-04'],
    change: (good) => ({
      managementToken: (input) => (input.at === 'renewal' ? (input.initialToken ?? '') : good.managementToken(input)),
    }),
  },
  'S-06': { says: 'sends PATCH without a document', change: () => ({ renewDocument: () => undefined }) },
  'S-07': {
    says: 'shows the old secret after a renewal',
    change: (good) => ({
      adopt: (input) => ({
        ...good.adopt(input),
        ...(input.at === 'renewal' && pick(input.old.information, 'client_secret')),
      }),
    }),
  },
  'S-08': {
    says: 'forgets what the answer to a renewal does not repeat',
    also: ['H-55', 'M-14'],
    change: (good) => ({
      adopt: (input) => (input.at === 'renewal' ? input.keep({}, input.answer) : good.adopt(input)),
    }),
  },
  'S-09': {
    says: 'takes a renewal for done that brought no secret',
    change: () => ({ renewedSecret: () => '' }),
  },
  'S-10': {
    says: 'keeps the old token when a renewal answers with a new one',
    also: ['Q-04'],
    change: (good) => ({
      adopt: (input) => ({
        ...good.adopt(input),
        ...(input.at === 'renewal' && pick(input.old.information, 'registration_access_token')),
      }),
    }),
  },
  'S-11': {
    says: 'says nothing when a renewal fails',
    change: () => ({ hides: (_kind, at) => at === 'renewal' }),
  },
  'S-12': {
    says: 'crashes on an answer to a renewal that it cannot read',
    change: (good) => ({
      object(value, at) {
        if (at !== 'renewal' || objectIn(value) !== undefined) return good.object(value, at);
        throw crash(JSON.stringify(value), 'client_secret');
      },
      notJson: (text, at, error) => (at === 'renewal' ? 'NullPointerException' : good.notJson(text, at, error)),
    }),
  },
  'S-13': {
    says: 'renews the secret of a client that has none',
    change: () => ({ renewComplaint: () => undefined }),
  },
  'S-17': {
    says: 'renews twice when it is asked to at the same time',
    change: () => ({ joinsRenewals: false }),
  },
  'S-18': {
    says: 'takes any text for a renewal address',
    change: () => ({ renewEndpointComplaint: () => undefined }),
  },
} satisfies BehaviourTable;
