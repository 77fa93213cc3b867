import { formValues } from '../credentials.ts';
import { defineChecks, everyProfile } from '../define.ts';
import { acceptOf, acceptsJson, contentTypeOf, isOfType } from '../headers.ts';
import { every } from '../rules.ts';
import { requests } from '../select.ts';
import { tokenRequests } from '../sources.ts';
import { discovery10, interoperability, rfc6749, rfc7591, rfc8414, rfc8705, rfc9110 } from '../specs.ts';
import {
  changeMethod,
  changeTarget,
  dropHeader,
  edit,
  editAnswer,
  editForm,
  first,
  inRecording,
  mutant,
  setBasicFact,
  setHeader,
} from './mutations.ts';
import {
  authentications,
  certificateRequests,
  decisiveCredentials,
  forms,
  isAdvertisedMethod,
  isScope,
  isShown,
  isStaticToken,
  ownScopes,
  provesItselfOnce,
  staticTokenRequests,
} from './token-rules.ts';

/** Parameters of a client credentials request, its client authentication and the resource it is for (RFC 6749, 7521, 8707). */
const expectedParameters = [
  'grant_type',
  'scope',
  'client_id',
  'client_secret',
  'client_assertion',
  'client_assertion_type',
  'resource',
];

/** Parameters of other grants (RFC 6749 §4, RFC 7636 §4.5, RFC 8628 §3.4). */
const foreignParameters = [
  'code',
  'code_verifier',
  'redirect_uri',
  'username',
  'password',
  'refresh_token',
  'device_code',
];

const secretParameters = ['client_secret', 'client_assertion', 'access_token', 'token', 'password'];

export const token = defineChecks(
  {
    id: 'T-01',
    slug: 'token-with-post',
    title: 'asks for a token with POST',
    spec: [rfc6749('3.2')],
    level: 'MUST',
    profiles: everyProfile,
    needs: ['token-request'],
    why: 'Token endpoints refuse other methods, so no application can be registered.',
    quote: 'The client MUST use the HTTP "POST" method when making access token requests.',
    judge: every(requests(tokenRequests), ({ value: { method } }) =>
      method === 'POST' ? undefined : { expected: 'POST', found: method },
    ),
    mutant: mutant('asks for a token with PUT', changeMethod(first('token'), 'PUT')),
  },
  {
    id: 'T-02',
    slug: 'token-form',
    title: 'sends the token request as a form',
    spec: [rfc6749('4.4.2'), rfc6749('B')],
    level: 'MUST',
    profiles: everyProfile,
    needs: ['token-request'],
    why: 'Token endpoints read nothing else, so no application can be registered.',
    judge: every(contentTypeOf(tokenRequests), isOfType('application/x-www-form-urlencoded')),
    mutant: mutant('sends the token request as JSON', setHeader(first('token'), 'Content-Type', 'application/json')),
  },
  {
    id: 'T-03',
    slug: 'client-credentials-grant',
    title: 'asks for the client credentials grant, once',
    spec: [rfc6749('4.4.2'), rfc6749('3.2')],
    level: 'MUST',
    profiles: everyProfile,
    needs: ['token-request'],
    why: 'With any other grant the identity provider refuses the product, or hands it a token that may not register.',
    judge: every(forms('grant_type'), ({ value }) =>
      value.length === 1 && value[0] === 'client_credentials'
        ? undefined
        : { expected: 'client_credentials, once', found: value.join(', ') || 'absent' },
    ),
    mutant: mutant(
      'asks for the password grant',
      editForm(first('token'), (form) => form.set('grant_type', 'password')),
    ),
  },
  {
    id: 'T-04',
    slug: 'configured-scopes-requested',
    title: 'asks for every scope that the provider is configured with',
    spec: [rfc6749('3.3'), rfc6749('4.4.2')],
    level: 'INTEROP',
    levelIn: { gravitee: 'MUST' },
    profiles: everyProfile,
    needs: ['token-request', 'provider'],
    why: 'A token without the scope that opens the registration endpoint, dcr_admin at Gravitee AM, registers nothing.',
    judge: every(ownScopes, ({ value, exchange }, { seen }) => {
      const wanted = seen.providerFor(exchange)?.scopes ?? [];
      const asked = value.flatMap((scope) => scope.split(' '));
      return wanted.every((scope) => asked.includes(scope))
        ? undefined
        : { expected: wanted.join(' '), found: value.join(' ') || 'absent' };
    }),
    mutant: mutant(
      'leaves the scope out',
      editForm(first('token'), (form) => form.delete('scope')),
    ),
  },
  {
    id: 'T-05',
    slug: 'scope-syntax',
    title: 'separates scopes by one space in one parameter',
    spec: [rfc6749('3.3'), rfc6749('3.2')],
    level: 'MUST',
    profiles: everyProfile,
    needs: ['token-request'],
    why: 'Scopes joined in another way are one scope that no server knows.',
    judge: every(forms('scope', 'sends a scope'), isScope),
    mutant: mutant(
      'joins the scopes by a comma',
      editForm(first('token'), (form) => form.set('scope', 'openid,dcr_admin')),
    ),
    related: ['T-04'],
  },
  {
    id: 'T-06',
    slug: 'one-client-authentication',
    title: 'proves who it is in one way, and in no other',
    spec: [rfc6749('2.3'), rfc6749('4.4.2')],
    level: 'MUST',
    profiles: everyProfile,
    needs: ['token-request'],
    why: 'Strict servers refuse a request that carries the secret twice, and logs of forms then hold it.',
    quote: 'The client MUST NOT use more than one authentication method in each request.',
    judge: every(requests(tokenRequests), provesItselfOnce),
    mutant: mutant(
      'sends the secret in the header and in the form',
      editForm(first('token'), (form) => form.set('client_secret', '[secret:00000000a006]')),
    ),
  },
  {
    id: 'T-07',
    slug: 'no-credentials-in-target',
    title: 'keeps secrets out of the address of the token request',
    spec: [rfc6749('2.3.1'), rfc6749('3.2')],
    level: 'MUST',
    profiles: everyProfile,
    needs: ['token-request'],
    why: 'Addresses stand in the log of every proxy on the way.',
    judge: every(requests(tokenRequests), ({ value }) => {
      const query = URL.parse(value.url)?.searchParams;
      const found = secretParameters.filter((name) => query?.has(name) === true);
      return found.length === 0 ? undefined : { expected: 'no secret in the query', found: found.join(', ') };
    }),
    mutant: mutant(
      'repeats the client secret in the query',
      changeTarget(first('token'), (url) => `${url}?client_secret=[secret:00000000a007]`),
    ),
    related: ['D-09'],
  },
  {
    id: 'T-08',
    slug: 'basic-credentials-form-encoded',
    title: 'form-encodes client id and secret before it joins them for Basic',
    spec: [rfc6749('2.3.1'), rfc6749('B')],
    level: 'MUST',
    profiles: everyProfile,
    needs: ['token-request', 'decisive-basic-credentials'],
    why: 'A secret with %, +, : or any non-ASCII character is read as another secret by a server that follows the specification.',
    judge: every(decisiveCredentials, ({ value: { encoding, reserved } }) =>
      encoding === 'form-urlencoded' || encoding === 'either'
        ? undefined
        : {
            expected: 'base64 of the form-encoded id and secret',
            found: `${encoding}, with ${reserved || 'no colon'} in it`,
          },
    ),
    mutant: mutant(
      'joins id and secret as they are',
      setBasicFact(first('token'), { encoding: 'raw', reserved: '"%" "/" "="' }),
    ),
  },
  {
    id: 'T-09',
    slug: 'basic-credentials-utf-8',
    title: 'writes no byte of Basic credentials in another charset than UTF-8',
    spec: [rfc6749('B')],
    level: 'MUST',
    profiles: everyProfile,
    needs: ['token-request', 'decisive-basic-credentials'],
    why: 'A product that uses the charset of its machine sends another secret from one server than from the next.',
    judge: every(decisiveCredentials, ({ value: { charset } }) =>
      charset === 'other' ? { expected: 'UTF-8', found: 'bytes that are not UTF-8' } : undefined,
    ),
    mutant: mutant(
      'writes the secret in Latin-1',
      setBasicFact(first('token'), { encoding: 'raw', charset: 'other', reserved: '"é"' }),
    ),
    related: ['T-08'],
  },
  {
    id: 'T-10',
    slug: 'advertised-token-authentication',
    title: 'proves who it is in a way that the metadata lists',
    spec: [discovery10('3'), rfc8414('2')],
    level: 'INTEROP',
    profiles: everyProfile,
    needs: ['token-request', 'discovery'],
    why: 'The identity provider said beforehand that it would refuse this, and the administrator only sees "invalid_client".',
    judge: every(authentications(true), isAdvertisedMethod),
    mutant: mutant(
      'sends Basic to an identity provider that lists only private_key_jwt',
      editAnswer(first('discovery'), (body) => ({
        ...body,
        token_endpoint_auth_methods_supported: ['private_key_jwt', 'none'],
      })),
    ),
    related: ['R-22'],
  },
  {
    id: 'T-11',
    slug: 'basic-by-default',
    title: 'uses Basic where the metadata lists no authentication method',
    spec: [discovery10('3'), rfc8414('2')],
    level: 'INTEROP',
    profiles: everyProfile,
    needs: ['token-request', 'discovery'],
    why: 'Basic is the default that such an identity provider means, and all that it needs to support.',
    judge: every(authentications(false), ({ value }) =>
      value.includes('client_secret_basic') ? undefined : { expected: 'client_secret_basic', found: value.join(', ') },
    ),
    mutant: mutant(
      'sends the secret in the form though the metadata lists nothing',
      dropHeader(inRecording('golden-oauth', 'token'), 'Authorization'),
      setBasicFact(inRecording('golden-oauth', 'token')),
      editForm(inRecording('golden-oauth', 'token'), (form) => form.set('client_secret', '[secret:00000000a011]')),
    ),
  },
  {
    id: 'T-12',
    slug: 'token-accepts-json',
    title: 'accepts JSON as the answer with the token',
    spec: [rfc9110('12.5.1')],
    level: 'INTEROP',
    profiles: everyProfile,
    needs: ['token-request'],
    why: 'A server that negotiates strictly answers 406 instead of a token.',
    judge: every(acceptOf(tokenRequests), acceptsJson),
    mutant: mutant('accepts only XML as a token', setHeader(first('token'), 'Accept', 'application/xml')),
  },
  {
    id: 'T-13',
    slug: 'no-private-token-parameters',
    title: 'sends no token parameter of its own making',
    spec: [rfc6749('4.4.2'), interoperability],
    level: 'INTEROP',
    profiles: everyProfile,
    needs: ['token-request'],
    why: 'What one vendor asks for, such as audience, another refuses; it has to be a setting.',
    judge: every(requests(tokenRequests), ({ value }) => {
      const extra = (value.request.form ?? [])
        .map(([name]) => name)
        .filter((name) => !expectedParameters.includes(name) && !foreignParameters.includes(name));
      return extra.length === 0 ? undefined : { expected: 'only parameters of the grant', found: extra.join(', ') };
    }),
    mutant: mutant(
      'always sends an audience',
      editForm(first('token'), (form) => form.set('audience', 'https://api.example')),
    ),
  },
  {
    id: 'T-30',
    slug: 'static-token-as-it-is',
    title: 'uses a static initial access token without asking for another',
    spec: [rfc7591('3')],
    level: 'INTEROP',
    profiles: everyProfile,
    needs: ['static-initial-access-token', 'registration'],
    why: 'The administrator gave the token because there is no client that could ask for one.',
    judge: every(requests(staticTokenRequests), isStaticToken),
    mutant: mutant(
      'alters the static token from one registration to the next',
      setHeader(
        (seen) => inRecording('golden-static', 'registration')(seen).slice(-1),
        'Authorization',
        'Bearer [secret:00000000a030]',
      ),
    ),
  },
  {
    id: 'T-31',
    slug: 'no-parameters-of-other-grants',
    title: 'sends no parameter of another grant',
    spec: [rfc6749('4.4.2')],
    level: 'INTEROP',
    profiles: everyProfile,
    needs: ['token-request'],
    why: 'Strict servers refuse a request that mixes two grants.',
    judge: every(requests(tokenRequests), ({ value }) => {
      const foreign = foreignParameters.filter((name) => formValues(value, name).length > 0);
      return foreign.length === 0 ? undefined : { expected: 'only parameters of the grant', found: foreign.join(', ') };
    }),
    mutant: mutant(
      'sends a redirect_uri with the client credentials',
      editForm(first('token'), (form) => form.set('redirect_uri', 'https://app.example/cb')),
    ),
  },
  {
    id: 'T-32',
    slug: 'client-certificate-everywhere',
    title: 'shows its client certificate at metadata, token and registration alike',
    spec: [rfc8705('2')],
    level: 'MAY',
    profiles: everyProfile,
    needs: ['discovery', 'registration'],
    why: 'An identity provider behind mutual TLS refuses the one call that lacks the certificate.',
    judge: every(certificateRequests, isShown),
    mutant: mutant(
      'shows no certificate when it registers',
      edit(first('registration'), (exchange) => ({
        ...exchange,
        tls: { version: 'TLSv1.3', serverName: 'idp.example', clientCertificate: null },
      })),
    ),
  },
);
