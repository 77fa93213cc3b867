import type { ProbeCase } from '../case.ts';
import type { Members } from '../probe.ts';
import { asApim, clientTypes, explicit, minimal, type ClientType } from '../templates.ts';
import { registerCase } from './register-case.ts';

const names: Readonly<Record<ClientType, string>> = {
  b2b: 'a Backend to Backend client',
  web: 'a Web client',
  spa: 'a single-page application',
  native: 'a native application',
};

/** What APIM says of a JSON body; RFC 8259 defines no such parameter. */
export const apimContentType = 'application/json; charset=UTF-8';

/** APIM puts the name last; the Console 4.4 and later spells the application type in upper case. */
const apimBody = (type: ClientType, spell: (type: string) => string) => (probe: { newName: () => string }) => {
  const body: Members = asApim[type];
  return { ...body, application_type: spell(String(body['application_type'])), client_name: probe.newName() };
};

/** The four application types: as a good client says as much and as little as it can, and as the product does. */
export const typeCases: readonly ProbeCase[] = clientTypes.flatMap((type) => [
  registerCase({
    name: `register-${type}-explicit`,
    title: `register ${names[type]}, everything stated`,
    body: explicit[type],
    knownGood: true,
    smoke: true,
  }),
  registerCase({
    name: `register-${type}-minimal`,
    title: `register ${names[type]}, defaults for all that has one`,
    body: minimal[type],
  }),
  registerCase({
    name: `register-${type}-apim`,
    title: `register ${names[type]} as Gravitee APIM does`,
    body: apimBody(type, (spelt) => spelt),
    contentType: apimContentType,
  }),
  registerCase({
    name: `register-${type}-apim-upper`,
    title: `register ${names[type]} as the Console of Gravitee APIM 4.4 and later does, its type in upper case`,
    body: apimBody(type, (spelt) => spelt.toUpperCase()),
    contentType: apimContentType,
  }),
]);
