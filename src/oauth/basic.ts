/** RFC 6749 Appendix B: the encoding that `client_id` and `client_secret` get before they are joined and base64-encoded. */
export const formEncode = (value: string): string => new URLSearchParams([['', value]]).toString().slice(1);

/** RFC 6749 §2.3.1: the `Authorization` header value of a client that follows the specification. */
export const basicAuthorization = (clientId: string, clientSecret: string): string =>
  `Basic ${Buffer.from(`${formEncode(clientId)}:${formEncode(clientSecret)}`, 'utf8').toString('base64')}`;
