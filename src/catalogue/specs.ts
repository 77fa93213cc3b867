import type { SpecRef } from '../check/check.ts';
import { openid, rfc } from './documents.ts';

export const rfc3986 = rfc(3986, 'Uniform Resource Identifier (URI): Generic Syntax', {
  '2': 'Characters',
  '2.2': 'Reserved Characters',
  '3.2.2': 'Host',
  '4.3': 'Absolute URI',
});

export const rfc6749 = rfc(6749, 'The OAuth 2.0 Authorization Framework', {
  '1.6': 'TLS Version',
  '2.1': 'Client Types',
  '2.2': 'Client Identifier',
  '2.3': 'Client Authentication',
  '2.3.1': 'Client Password',
  '3.1': 'Authorization Endpoint',
  '3.1.2': 'Redirection Endpoint',
  '3.1.2.3': 'Dynamic Configuration',
  '3.1.2.4': 'Invalid Endpoint',
  '4.1': 'Authorization Code Grant',
  '4.1.2': 'Authorization Response',
  '4.1.2.1': 'Error Response (Authorization Code Grant)',
  '4.1.3': 'Access Token Request (Authorization Code Grant)',
  '3.2': 'Token Endpoint',
  '3.3': 'Access Token Scope',
  '4.2.2': 'Access Token Response (Implicit Grant)',
  '4.4': 'Client Credentials Grant',
  '4.4.2': 'Access Token Request (Client Credentials Grant)',
  '4.4.3': 'Access Token Response (Client Credentials Grant)',
  '5.1': 'Successful Response',
  '5.2': 'Error Response',
  '6': 'Refreshing an Access Token',
  '7': 'Accessing Protected Resources',
  '7.1': 'Access Token Types',
  '10.1': 'Client Authentication (Security Considerations)',
  '10.9': 'Ensuring Endpoint Authenticity',
  '10.10': 'Credentials-Guessing Attacks',
  B: 'Use of application/x-www-form-urlencoded Media Type',
});

export const rfc6750 = rfc(6750, 'The OAuth 2.0 Authorization Framework: Bearer Token Usage', {
  '2': 'Authenticated Requests',
  '2.1': 'Authorization Request Header Field',
  '2.2': 'Form-Encoded Body Parameter',
  '2.3': 'URI Query Parameter',
  '3': 'The WWW-Authenticate Response Header Field',
  '3.1': 'Error Codes',
  '5.3': 'Summary of Recommendations',
});

export const rfc6585 = rfc(6585, 'Additional HTTP Status Codes', { '4': '429 Too Many Requests' });

export const rfc7517 = rfc(7517, 'JSON Web Key (JWK)', {
  '9.2': 'Preventing Disclosure of Non-public Key Information',
});

export const rfc7591 = rfc(7591, 'OAuth 2.0 Dynamic Client Registration Protocol', {
  '2': 'Client Metadata',
  '2.1': 'Relationship between Grant Types and Response Types',
  '2.2': 'Human-Readable Client Metadata',
  '2.3': 'Software Statement',
  '3': 'Client Registration Endpoint',
  '3.1': 'Client Registration Request',
  '3.1.1': 'Client Registration Request Using a Software Statement',
  '3.2': 'Responses',
  '3.2.1': 'Client Information Response',
  '3.2.2': 'Client Registration Error Response',
  '5': 'Security Considerations',
  '6': 'Privacy Considerations',
});

export const rfc7592 = rfc(7592, 'OAuth 2.0 Dynamic Client Registration Management Protocol', {
  '2': 'Client Configuration Endpoint',
  '2.1': 'Client Read Request',
  '2.2': 'Client Update Request',
  '2.3': 'Client Delete Request',
  '3': 'Client Information Response',
  '5': 'Security Considerations',
});

export const rfc7009 = rfc(7009, 'OAuth 2.0 Token Revocation', { '2.1': 'Revocation Request' });

export const rfc7636 = rfc(7636, 'Proof Key for Code Exchange by OAuth Public Clients', {
  '4.6': 'Server Verifies code_verifier before Returning the Tokens',
});

export const rfc7662 = rfc(7662, 'OAuth 2.0 Token Introspection', { '2.2': 'Introspection Response' });

export const rfc8252 = rfc(8252, 'OAuth 2.0 for Native Apps', {
  '7.1': 'Private-Use URI Scheme Redirection',
  '7.2': 'Claimed "https" Scheme URI Redirection',
  '7.3': 'Loopback Interface Redirection',
  '8.1': 'Protecting the Authorization Code',
  '8.3': 'Loopback Redirect Considerations',
  '8.4': 'Registration of Native App Clients',
  '8.5': 'Client Authentication',
});

export const rfc8259 = rfc(8259, 'The JavaScript Object Notation (JSON) Data Interchange Format', {
  '4': 'Objects',
  '7': 'Strings',
  '8.1': 'Character Encoding',
  '11': 'IANA Considerations',
});

export const rfc8414 = rfc(8414, 'OAuth 2.0 Authorization Server Metadata', {
  '2': 'Authorization Server Metadata',
  '3': 'Obtaining Authorization Server Metadata',
  '3.1': 'Authorization Server Metadata Request',
  '3.2': 'Authorization Server Metadata Response',
  '3.3': 'Authorization Server Metadata Validation',
});

export const rfc8705 = rfc(8705, 'OAuth 2.0 Mutual-TLS Client Authentication and Certificate-Bound Access Tokens', {
  '2': 'Mutual TLS for OAuth Client Authentication',
});

export const rfc9110 = rfc(9110, 'HTTP Semantics', {
  '4.3.4': 'https Certificate Verification',
  '8.3': 'Content-Type',
  '8.4': 'Content-Encoding',
  '10.1.5': 'User-Agent',
  '10.2.3': 'Retry-After',
  '11.1': 'Authentication Scheme',
  '11.6.2': 'Authorization',
  '12.5.1': 'Accept',
  '9.1': 'Methods: Overview',
  '15.4': 'Redirection 3xx',
  '15.4.4': '303 See Other',
  '15.5.6': '405 Method Not Allowed',
});

export const rfc9111 = rfc(9111, 'HTTP Caching', {
  '4.2.1': 'Calculating Freshness Lifetime',
  '5.2.2.5': 'no-store',
  '5.4': 'Pragma',
});

export const rfc9325 = rfc(9325, 'Recommendations for Secure Use of TLS and DTLS', {
  '3.1.1': 'SSL/TLS Protocol Versions',
  '3.2': 'Strict TLS',
});

export const rfc9700 = rfc(9700, 'Best Current Practice for OAuth 2.0 Security', {
  '2.1': 'Protecting Redirect-Based Flows',
  '2.1.1': 'Authorization Code Grant',
  '2.1.2': 'Implicit Grant',
  '2.3': 'Access Token Privilege Restriction',
  '2.4': 'Resource Owner Password Credentials Grant',
  '2.5': 'Client Authentication',
  '2.6': 'Other Recommendations',
  '4.1': 'Insufficient Redirection URI Validation',
  '4.4': 'Mix-Up Attacks',
  '4.12': '307 Redirect',
});

export const discovery10 = openid('OpenID Connect Discovery 1.0', 'openid-connect-discovery-1_0', {
  '3': ['OpenID Provider Metadata', 'ProviderMetadata'],
  '4': ['Obtaining OpenID Provider Configuration Information', 'ProviderConfig'],
  '4.1': ['OpenID Provider Configuration Request', 'ProviderConfigurationRequest'],
  '4.2': ['OpenID Provider Configuration Response', 'ProviderConfigurationResponse'],
  '4.3': ['OpenID Provider Configuration Validation', 'ProviderConfigurationValidation'],
});

export const registration10 = openid(
  'OpenID Connect Dynamic Client Registration 1.0',
  'openid-connect-registration-1_0',
  {
    '2': ['Client Metadata', 'ClientMetadata'],
    '3.1': ['Client Registration Request', 'RegistrationRequest'],
    '3.2': ['Client Registration Response', 'RegistrationResponse'],
    '4.3': ['Client Read Response', 'ReadResponse'],
    '5': ['"sector_identifier_uri" Validation', 'SectorIdentifierValidation'],
  },
);

export const core10 = openid('OpenID Connect Core 1.0', 'openid-connect-core-1_0', {
  '3.1.2.1': ['Authentication Request', 'AuthRequest'],
  '3.1.3.7': ['ID Token Validation', 'IDTokenValidation'],
  '4': ['Initiating Login from a Third Party', 'ThirdPartyInitiatedLogin'],
  '8.1': ['Pairwise Identifier Algorithm', 'PairwiseAlg'],
  '9': ['Client Authentication', 'ClientAuthentication'],
});

/** Gravitee's application types and what each is for, as its documentation of APIM 4 lists them. */
export const graviteeApplicationTypes: SpecRef = {
  document: 'Gravitee APIM documentation',
  section: '',
  title: 'Dynamic client registration: application types',
  url: 'https://documentation.gravitee.io/apim',
};

/** A rule of this harness, born from what goes wrong between products and identity providers. */
export const interoperability: SpecRef = {
  document: 'Interoperability',
  section: '',
  title: 'what products and identity providers were seen to trip over',
  url: 'https://www.rfc-editor.org/rfc/rfc7591#section-1',
};
