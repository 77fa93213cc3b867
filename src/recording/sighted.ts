import type { SightedName } from './observation-names.ts';
import type { Sighting } from './sightings.ts';

interface Sighted {
  /** Ends the sentence "never seen: …". */
  readonly says: string;
  readonly is: (sighting: Sighting) => boolean;
}

const isEmpty = (value: unknown) => value === null || value === '' || (Array.isArray(value) && value.length === 0);

const wrongly = (wrong: string) => (sighting: Sighting) =>
  sighting.kind === 'provider-save' && sighting.wrong === wrong;

const shows = (certificate: string) => (sighting: Sighting) =>
  sighting.kind === 'certificate' && sighting.shows === certificate;

const savedAgain = (typed: (names: readonly string[]) => boolean) => (sighting: Sighting) =>
  sighting.kind === 'provider-save' && sighting.outcome === 'saved' && !sighting.first && typed(sighting.typed);

/** The observations that are made by a sighting, each with the test for it. */
export const sightedTable: { readonly [Name in SightedName]: Sighted } = {
  'provider-save': {
    says: 'the saving of a provider',
    is: (seen) => seen.kind === 'provider-save' && seen.outcome === 'saved',
  },
  'provider-save-tried': { says: 'an attempt to save a provider', is: ({ kind }) => kind === 'provider-save' },
  'wrong-credentials': { says: 'a provider saved with wrong credentials', is: wrongly('credentials') },
  'wrong-renewal-address': {
    says: 'a provider saved with a renewal address that is none',
    is: wrongly('renewal-address'),
  },
  'inner-discovery-address': { says: 'a discovery address inside the network', is: wrongly('inner-address') },
  'wrong-claim-target': { says: 'a claim mapped to a standard member', is: wrongly('claim-target') },
  'second-provider': { says: 'a second provider saved', is: wrongly('second-provider') },
  'missing-licence': { says: 'a provider saved without the licence', is: wrongly('licence') },
  'good-certificate': { says: 'a server with a certificate of an authority in the trust store', is: shows('good') },
  'unknown-authority': { says: 'a server whose authority nobody vouches for', is: shows('unknown-authority') },
  'certificate-of-another-name': { says: 'a certificate for another name', is: shows('other-name') },
  'expired-certificate': { says: 'a certificate that has expired', is: shows('expired') },
  'certificate-not-for-servers': { says: 'a certificate that is not for servers', is: shows('not-for-servers') },
  'provider-edit': {
    says: 'a provider saved again without typing its secret',
    is: savedAgain((typed) => !typed.includes('clientSecret')),
  },
  'provider-switch': {
    says: 'a provider moved to another identity provider',
    is: savedAgain((typed) => typed.includes('discoveryEndpoint')),
  },
  'provider-removal': { says: 'the removal of a provider', is: ({ kind }) => kind === 'provider-removal' },
  'registration-off': {
    says: 'the types that are offered with registration switched off',
    is: (seen) => seen.kind === 'types-offered' && !seen.registration,
  },
  edit: {
    says: 'what was typed on an edit',
    is: (seen) => seen.kind === 'edit' && seen.outcome === 'saved' && Object.keys(seen.changed).length > 0,
  },
  'cleared-value': {
    says: 'a value that was cleared',
    is: (seen) => seen.kind === 'edit' && seen.outcome === 'saved' && Object.values(seen.changed).some(isEmpty),
  },
  'product-edit': {
    says: 'an edit of nothing that is registered',
    is: (seen) => seen.kind === 'edit' && Object.keys(seen.changed).length === 0,
  },
  'management-try': {
    says: 'an edit or a renewal that was tried',
    is: ({ kind }) => kind === 'edit' || kind === 'renewal-click',
  },
  deletion: {
    says: 'the deletion of an application',
    is: (seen) => seen.kind === 'deletion' && seen.outcome === 'deleted',
  },
  restoration: { says: 'the restoration of an application', is: ({ kind }) => kind === 'restoration' },
  'renewal-click': { says: 'a renewal asked for on a page', is: ({ kind }) => kind === 'renewal-click' },
  'renewal-offer': { says: 'whether a page offers a renewal', is: ({ kind }) => kind === 'renewal-offer' },
  'reader-view': {
    says: 'an application as somebody sees it who may not change it',
    is: (seen) => seen.kind === 'person-view' && !seen.mayUpdate,
  },
  'powerless-renewal': {
    says: 'a renewal tried by somebody who may only look',
    is: (seen) => seen.kind === 'powerless-act' && seen.right === 'read' && seen.act === 'renew',
  },
  'stranger-act': {
    says: 'an act of somebody on the application of another',
    is: (seen) => seen.kind === 'powerless-act' && seen.right === 'none',
  },
  subscription: { says: 'a subscription of an application', is: ({ kind }) => kind === 'subscription' },
  'script-probe': { says: 'whether a script of the provider ran on a page', is: ({ kind }) => kind === 'script-probe' },
  'browser-answer': {
    says: 'the answers of the product to a browser',
    is: (seen) => seen.kind === 'product-answer' && seen.to === 'browser',
  },
  'answer-with-secret': {
    says: 'an answer of the product with a secret',
    is: (seen) => seen.kind === 'product-answer' && seen.secrets.length > 0,
  },
  'request-without-forgery-token': {
    says: 'a request made without the token against forgery',
    is: (seen) => seen.kind === 'product-answer' && seen.withoutForgeryToken === true,
  },
  'provider-answer': {
    says: 'the provider as the product’s API gives it out',
    is: (seen) => seen.kind === 'product-answer' && seen.subject === 'provider',
  },
  'export-answer': {
    says: 'an export',
    is: (seen) => seen.kind === 'product-answer' && seen.subject === 'export',
  },
  'creations-at-once': {
    says: 'applications created at the same time',
    is: (seen) => seen.kind === 'at-once' && seen.acts === 'creations',
  },
  'edits-at-once': {
    says: 'edits made at the same time',
    is: (seen) => seen.kind === 'at-once' && seen.acts === 'edits',
  },
  'idp-change': { says: 'a client changed at the identity provider', is: ({ kind }) => kind === 'idp-change' },
  'owner-change': { says: 'an application given to another owner', is: ({ kind }) => kind === 'owner-change' },
  environments: { says: 'two environments with a provider each', is: ({ kind }) => kind === 'environment' },
  burst: {
    says: 'a hundred applications asked for in a row',
    is: (seen) => seen.kind === 'burst' && seen.asked >= 100,
  },
  connections: { says: 'what became of the connections', is: ({ kind }) => kind === 'connections' },
};
