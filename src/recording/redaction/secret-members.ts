/**
 * Members of a JSON body, a form or a query whose value is a secret: RFC 6749, 7591, 7592, 7521, 7523, 7517 and the names
 * that APIM's REST API uses.
 */
export const secretMembers: ReadonlySet<string> = new Set([
  'client_secret',
  'registration_access_token',
  'access_token',
  'refresh_token',
  'id_token',
  'initial_access_token',
  'client_assertion',
  'assertion',
  'software_statement',
  'password',
  'token',
  'code_verifier',
  'device_code',
  'jksPassword',
  'pkcs12Password',
  'keyPassword',
]);

/** Secret in a form or a query only; in JSON an error may carry a `code` that is none (RFC 6749 §4.1.3). */
export const secretFormMembers: ReadonlySet<string> = new Set([...secretMembers, 'code']);

/** RFC 7518 §6: members that make a JWK private or symmetric. */
export const privateKeyMembers: ReadonlySet<string> = new Set(['d', 'p', 'q', 'dp', 'dq', 'qi', 'k']);

/** Not secrets, though they stand where one belongs: what a client writes when it has no token. A rule wants to read them. */
export const placeholders: ReadonlySet<string> = new Set(['', 'null', 'undefined', 'none', 'true', 'false']);
