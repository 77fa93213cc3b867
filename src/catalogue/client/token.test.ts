import { cases } from './cases.ts';
import {
  addHeader,
  changeMethod,
  changeTarget,
  dropHeader,
  each,
  edit,
  editAnswer,
  editForm,
  editRecording,
  first,
  inRecording,
  repeat,
  setBasicFact,
  setHeader,
} from './mutations.ts';

const firstToken = first('token');

cases('T-01', {
  says: 'a GET with everything in the query',
  outcome: 'fail',
  changes: [
    changeTarget(firstToken, (url) => `${url}?grant_type=client_credentials`),
    changeMethod((seen) => seen.exchanges.slice(1, 2), 'GET'),
  ],
});

cases(
  'T-06',
  {
    says: 'no credentials at all',
    outcome: 'fail',
    changes: [dropHeader(firstToken, 'Authorization'), setBasicFact(firstToken)],
  },
  {
    says: 'a certificate that the metadata lists',
    outcome: 'pass',
    changes: [
      editAnswer(first('discovery'), (body) => ({
        ...body,
        token_endpoint_auth_methods_supported: ['client_secret_basic', 'tls_client_auth'],
      })),
      dropHeader(firstToken, 'Authorization'),
      setBasicFact(firstToken),
      editForm(firstToken, (form) => {
        form.set('client_id', 'apim client');
      }),
    ],
  },
);

cases(
  'T-02',
  {
    says: 'a charset parameter is tolerated',
    outcome: 'pass',
    changes: [setHeader(firstToken, 'Content-Type', 'application/x-www-form-urlencoded; charset=UTF-8')],
  },
  { says: 'no media type at all', outcome: 'fail', changes: [dropHeader(firstToken, 'Content-Type')] },
);

cases(
  'T-03',
  {
    says: 'the grant twice',
    outcome: 'fail',
    changes: [editForm(firstToken, (form) => form.append('grant_type', 'client_credentials'))],
  },
  { says: 'no grant', outcome: 'fail', changes: [editForm(firstToken, (form) => form.delete('grant_type'))] },
  {
    says: 'no token request is a form, which T-02 says',
    outcome: 'not-applicable',
    changes: [setHeader(each('token'), 'Content-Type', 'application/json')],
  },
);

cases(
  'T-04',
  {
    says: 'another scope next to the configured ones',
    outcome: 'pass',
    changes: [editForm(firstToken, (form) => form.set('scope', 'dcr_admin openid email'))],
  },
  {
    says: 'one of two scopes is missing',
    outcome: 'warn',
    changes: [editForm(firstToken, (form) => form.set('scope', 'openid'))],
  },
  {
    says: 'the same is a failure where Gravitee is judged',
    outcome: 'fail',
    profile: 'gravitee',
    changes: [editForm(firstToken, (form) => form.set('scope', 'openid'))],
  },
  {
    says: 'a request of another client than the provider’s is not judged',
    outcome: 'pass',
    changes: [
      setBasicFact(firstToken, { clientId: 'a registered client' }),
      editForm(firstToken, (form) => form.delete('scope')),
    ],
  },
);

cases(
  'T-05',
  { says: 'an empty scope', outcome: 'fail', changes: [editForm(firstToken, (form) => form.set('scope', ''))] },
  {
    says: 'two spaces',
    outcome: 'fail',
    changes: [editForm(firstToken, (form) => form.set('scope', 'openid  dcr_admin'))],
  },
  {
    says: 'a parameter for each scope',
    outcome: 'fail',
    changes: [editForm(firstToken, (form) => form.append('scope', 'email'))],
  },
  {
    says: 'a comma inside a scope that nobody listed',
    outcome: 'pass',
    changes: [editForm(firstToken, (form) => form.set('scope', 'urn:a,b'))],
  },
);

cases(
  'T-06',
  {
    says: 'two Authorization headers',
    outcome: 'fail',
    changes: [addHeader(firstToken, 'Authorization', 'Basic [secret:000000000001]')],
  },
  {
    says: 'the client id in the form as well',
    outcome: 'pass',
    changes: [editForm(firstToken, (form) => form.set('client_id', 'apim client'))],
  },
);

cases('T-08', {
  says: 'credentials that cannot be read',
  outcome: 'fail',
  changes: [setBasicFact(firstToken, { encoding: 'malformed', reserved: '' })],
});

const assertion = (name: string) => [
  dropHeader(each('token'), 'Authorization'),
  editForm(each('token'), (form) => form.set(name, '[secret:000000000002]')),
];

cases(
  'T-10',
  { says: 'an assertion where private_key_jwt is listed', outcome: 'pass', changes: assertion('client_assertion') },
  {
    says: 'an assertion where only the one with a shared secret is listed',
    outcome: 'pass',
    changes: [
      ...assertion('client_assertion'),
      editAnswer(first('discovery'), (body) => ({
        ...body,
        token_endpoint_auth_methods_supported: ['client_secret_jwt'],
      })),
    ],
  },
  {
    says: 'no authentication to be seen',
    outcome: 'not-applicable',
    changes: [dropHeader(each('token'), 'Authorization')],
  },
);

cases('T-12', { says: 'no Accept header', outcome: 'pass', changes: [dropHeader(each('token'), 'Accept')] });

cases('T-13', {
  says: 'a resource indicator (RFC 8707)',
  outcome: 'pass',
  changes: [editForm(firstToken, (form) => form.set('resource', 'https://idp.example/reg'))],
});

cases(
  'T-30',
  {
    says: 'a token request though the token is static',
    outcome: 'warn',
    changes: [
      repeat(inRecording('golden-static', 'discovery'), (exchange) => ({
        ...exchange,
        request: { ...exchange.request, method: 'POST', url: 'https://idp.example/static/token' },
      })),
    ],
  },
  {
    says: 'no static token anywhere',
    outcome: 'not-observed',
    changes: [editRecording('golden-static', (recording) => ({ ...recording, provider: null }))],
  },
);

cases('T-32', {
  says: 'a request that did not come over TLS is not judged',
  outcome: 'pass',
  changes: [
    edit(first('registration'), (exchange) => {
      const copy = { ...exchange };
      delete copy.tls;
      return copy;
    }),
  ],
});
