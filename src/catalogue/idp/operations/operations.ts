import type { Operation, Requirement } from './operation.ts';

/** Rules about the answer to a registration that APIM parses with strict types. */
const parsedAnswer = ['AP-08', 'AP-09', 'AP-10'];

interface Type {
  readonly key: string;
  readonly name: string;
  readonly sent: string;
}

const registered = ({ key, name, sent }: Type): Operation => ({
  name: `create-${key}`,
  title: `create an application: ${name}`,
  needs: [
    {
      case: `register-${key}-apim`,
      apim: `APIM registers it with application_type ${sent}`,
      rules: parsedAnswer,
    },
    {
      case: `register-${key}-apim-upper`,
      apim: `the Console of 4.4 and later registers it with application_type ${sent.toUpperCase()}`,
      otherwise: 'create it in the Developer Portal, whose spelling is taken, and not in the Console',
      versions: ['4.4', '4.12'],
    },
  ],
});

const types: readonly Type[] = [
  { key: 'b2b', name: 'Backend to Backend', sent: 'backend_to_backend' },
  { key: 'web', name: 'Web', sent: 'web' },
  { key: 'spa', name: 'SPA', sent: 'browser' },
  { key: 'native', name: 'Native', sent: 'native' },
];

const metadata: Requirement = {
  case: 'metadata',
  apim: 'APIM reads registration_endpoint and token_endpoint from the discovery document',
  rules: ['ID-05', 'AP-01'],
};

/** 4.5 and later write a scope of the additional metadata as an array when they register. */
const scopeArray: Requirement = {
  case: 'register-b2b-scope-array',
  apim: 'APIM 4.5 and later send scope as an array when it stands in the additional client metadata',
  otherwise: 'leave scope out of the additional client metadata',
  versions: ['4.12'],
};

/**
 * What APIM asks of an IdP, operation by operation. From recorded requests of 3.20.32 and 4.10.9, and the product's source for
 * the other versions.
 */
export const operations: readonly Operation[] = [
  {
    name: 'configure-provider',
    title: 'configure the provider',
    needs: [
      metadata,
      {
        case: 'token',
        apim: 'APIM asks for a token with client_credentials and Basic',
        otherwise:
          'configure the provider with a static initial access token; where registration is open, any text will do',
        instead: 'register-web-explicit',
        rules: ['AP-02', 'AP-04'],
      },
    ],
  },
  {
    name: 'create-simple',
    title: 'create an application: Simple',
    needs: [],
    note: 'APIM sends nothing to the IdP',
  },
  ...types
    .map(registered)
    .map((operation) =>
      operation.name === 'create-b2b' ? { ...operation, needs: [...operation.needs, scopeArray] } : operation,
    ),
  {
    name: 'edit',
    title: 'edit an application',
    needs: [
      {
        case: 'update-as-apim',
        apim: 'APIM sends the members it knows of the last answer back with PUT, without the secret',
        rules: ['AP-11', 'AP-12'],
      },
    ],
  },
  {
    name: 'renew-secret',
    title: 'renew the secret',
    needs: [{ case: 'renew', apim: 'APIM calls the renewal endpoint with the registration access token' }],
    setting: 'switch renewal on in the provider, with this endpoint and method',
  },
  {
    name: 'delete',
    title: 'delete an application',
    needs: [],
    note: 'APIM sends no DELETE (RFC 7592 §2.3): the client stays at the IdP and has to be deleted there',
  },
];
