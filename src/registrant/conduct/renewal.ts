import { textIn, type Metadata } from '../metadata.ts';
import type { Registration } from '../registration.ts';
import type { Method } from './wire.ts';

export type RenewMethod = 'POST' | 'PUT' | 'PATCH';

/** Secret renewal, which has no specification: an address with the variable `{#client_id}`, as Gravitee APIM has it. */
export interface RenewalConduct {
  readonly renewEndpointComplaint: (template: string) => string | undefined;
  readonly renewMethod: (configured: RenewMethod) => Method;
  readonly renewUrl: (template: string, clientId: string) => string;
  /** RFC 5789 §2: a PATCH has a document; a PUT has one that replaces something. */
  readonly renewDocument: (method: Method) => string | undefined;
  readonly renewComplaint: (registration: Registration) => string | undefined;
  readonly renewedSecret: (answer: Metadata) => string | undefined;
  /** A renewal that is asked for while one is under way is the same one. */
  readonly joinsRenewals: boolean;
}

const variable = /\{#([^}]*)\}/g;

function renewEndpointComplaint(template: string): string | undefined {
  const url = URL.parse(template.replaceAll(variable, 'x'));
  if (url === null || !/^https?:$/.test(url.protocol)) return 'The renewal address is not an http or https address.';
  const unknown = [...template.matchAll(variable)].find(([, name]) => name !== 'client_id');
  return unknown && `The renewal address has the unknown variable ${unknown[0]}.`;
}

export const correctRenewal: RenewalConduct = {
  renewEndpointComplaint,
  renewMethod: (configured) => configured,
  renewUrl: (template, clientId) => template.replaceAll('{#client_id}', () => encodeURIComponent(clientId)),
  renewDocument: (method) => (method === 'POST' ? undefined : '{}'),
  renewComplaint: ({ information }) =>
    textIn(information['client_secret']) === undefined ? 'This client has no secret to renew.' : undefined,
  renewedSecret: ({ client_secret: secret }) => textIn(secret),
  joinsRenewals: true,
};
