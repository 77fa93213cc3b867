import type { ReferenceMode } from '../mode.ts';

/**
 * Everything in which the modes differ, one named behaviour a row. A row is a deviation of the product from the
 * specifications (`D…`: number in the fact sheet of APIM), so `correct` has none of them; any row can be switched alone.
 */
const table = {
  /** D3: Basic credentials are base64 of the raw `id:secret` (RFC 6749 §2.3.1 wants both form-urlencoded first). */
  rawBasic: { apim320: true, apim412: true, correct: false },
  /** D6: `token_endpoint_auth_methods_supported` is not looked at. */
  alwaysBasic: { apim320: true, apim412: true, correct: false },
  /** D39: the form body of the token request is percent-encoded from ISO-8859-1. */
  latin1Form: { apim320: true, apim412: true, correct: false },
  /** D4: a token answer without `access_token` leads to `Authorization: Bearer null`. */
  bearerNull: { apim320: true, apim412: true, correct: false },
  /** D5: `token_type` is not looked at. */
  anyTokenType: { apim320: true, apim412: true, correct: false },
  /** D7: any 2xx is a success. */
  anySuccessStatus: { apim320: true, apim412: true, correct: false },
  /** D23: `issuer` is not looked at. */
  anyIssuer: { apim320: true, apim412: true, correct: false },
  /** D24: metadata without the needed endpoints is accepted and fails later with 500. */
  endpointsUnchecked: { apim320: true, apim412: true, correct: false },
  /** The REST caller does not learn why discovery failed. */
  hidesDiscoveryError: { apim320: true, apim412: true, correct: false },
  /** D23: no `Accept` on discovery. */
  discoveryWithoutAccept: { apim320: true, apim412: true, correct: false },
  /** D22: `Content-Type: application/json; charset=UTF-8`. */
  charsetOnJson: { apim320: true, apim412: true, correct: false },
  /** The default `User-Agent` of the product's HTTP library. */
  libraryUserAgent: { apim320: true, apim412: true, correct: false },
  /** Answers without a charset that are not `application/json` are read as ISO-8859-1. */
  latin1Answers: { apim320: true, apim412: true, correct: false },
  /** D26: no timeout; a limit of two minutes only lets tests end. */
  noTimeout: { apim320: true, apim412: true, correct: false },
  /** D-25, X-20: an answer of any size is read to its end. */
  noLimit: { apim320: true, apim412: true, correct: false },
  /** D27: a 303 on POST or PUT is followed as GET, with `Authorization`, to any host. */
  follows303: { apim320: true, apim412: true, correct: false },
  /** D46: cookies of the IdP are kept and sent again while the provider is cached (up to 4.8). */
  keepsCookies: { apim320: true, apim412: false, correct: false },
  /** D2: `application_type` goes out as the caller spelt it. */
  verbatimApplicationType: { apim320: true, apim412: true, correct: false },
  /** D17: `token_endpoint_auth_method` is never said. */
  authMethodUnsaid: { apim320: true, apim412: true, correct: false },
  /** D18: the implicit grant asks for `token`, which is no response type of OpenID Connect; RFC 9700 §2.1.2 advises against it. */
  bareTokenResponse: { apim320: true, apim412: true, correct: false },
  /** A caller that leaves `redirect_uris` out makes it absent. */
  redirectUrisMayBeAbsent: { apim320: true, apim412: true, correct: false },
  /** `additional_client_metadata` is not read; the member came with 4.5. */
  ignoresAdditionalMetadata: { apim320: true, apim412: false, correct: false },
  /** D35: additional metadata that APIM does not model is dropped (4.5 and later). */
  dropsUnknownMetadata: { apim320: true, apim412: true, correct: false },
  /** D1: `scope` is a JSON array in the registration (4.5 and later). */
  scopeAsArray: { apim320: false, apim412: true, correct: false },
  /** D8: no member of the answer is required, not even `client_id`. */
  clientIdOptional: { apim320: true, apim412: true, correct: false },
  /** A confidential client is taken without a secret. */
  secretOptional: { apim320: true, apim412: true, correct: false },
  /** A page of HTML that the IdP answers with becomes part of the message. */
  passesPages: { apim320: true, apim412: true, correct: false },
  /** The Portal has a sentence of its own for whatever the IdP says, and does not show the IdP's. */
  hidesReason: { apim320: true, apim412: true, correct: false },
  /** D29: a known member of the wrong JSON type fails the call after the client exists. */
  strictMembers: { apim320: true, apim412: true, correct: false },
  /** D14: members that APIM does not model are forgotten. */
  forgetsUnknownMembers: { apim320: true, apim412: true, correct: false },
  /** D44: an answer without `application_type` leaves the application without one (before 4.4.26). */
  forgetsOmittedType: { apim320: true, apim412: false, correct: false },
  /** D45: the REST API shows the `application_type` of the IdP, not that of the application. */
  showsTypeOfIdp: { apim320: true, apim412: true, correct: false },
  /** D11, D12: an answer replaces what was stored as a whole. */
  replacesPayload: { apim320: true, apim412: true, correct: false },
  /** D13: `client_id` of an update is the REST caller's, `null` if absent. */
  callersClientId: { apim320: true, apim412: true, correct: false },
  /** Up to 4.4: what the REST caller of an update leaves out is taken off the client. */
  clearsAbsent: { apim320: true, apim412: false, correct: false },
  /** D16: a value that the caller clears is sent again with every update (4.5 and later). */
  keepsCleared: { apim320: false, apim412: true, correct: false },
  /** D15: an update sets `software_id` to that of the provider, or removes it. */
  softwareIdOfProvider: { apim320: true, apim412: true, correct: false },
  /** D10: a failed update at the IdP is answered with 200. */
  hidesUpdateFailure: { apim320: true, apim412: true, correct: false },
  /** D42: the IdP is told about changes that it has nothing to do with. */
  updatesUnchangedClient: { apim320: true, apim412: true, correct: false },
  /** M-29: `registration_client_uri` is called on any origin. */
  managesAnyOrigin: { apim320: true, apim412: true, correct: false },
  /** Dot segments of an address go out as they stand, where a URL of today is written without them (RFC 3986 §6.2.2.3). */
  keepsDotSegments: { apim320: true, apim412: true, correct: false },
  /** A line break in a token becomes a space in the header; a library of today refuses to send it. */
  blanksLineBreaks: { apim320: true, apim412: true, correct: false },
  /** S-03: the client id goes into the renewal URL unescaped. */
  rawRenewTemplate: { apim320: true, apim412: true, correct: false },
  /** D9: deleting an application sends nothing. */
  keepsClientOnDelete: { apim320: true, apim412: true, correct: false },
  /** D30: a client stays behind when a step after the registration fails. */
  leavesOrphans: { apim320: true, apim412: true, correct: false },
  /** D31: a provider update that is refused is used by the next registrations all the same. */
  usesRejectedProvider: { apim320: true, apim412: true, correct: false },
  /** no answer of the REST APIs says whether it may be stored (seen on 3.20.32). */
  saysNothingOfCaches: { apim320: true, apim412: false, correct: false },
  /** D41: the REST API shows the secret of a provider to whoever may read the provider. */
  returnsProviderSecret: { apim320: true, apim412: true, correct: false },
  /** one developer may register clients without an end. */
  anyNumberOfClients: { apim320: true, apim412: true, correct: false },
  /** "Only one provider" is checked before the calls to the IdP, not when the row is written. */
  providerRace: { apim320: true, apim412: true, correct: false },
} as const satisfies Record<string, Record<'apim320' | 'apim412' | 'correct', boolean>>;

export type QuirkName = keyof typeof table;
export type Quirks = Readonly<Record<QuirkName, boolean>>;

export const quirkNames = Object.keys(table).filter((name): name is QuirkName => name in table);

const column = { 'as-apim-3.20': 'apim320', 'as-apim-4.12': 'apim412', correct: 'correct' } as const;

/** The behaviours of a mode, with single ones switched. */
export function quirksOf(mode: ReferenceMode, switched: Partial<Quirks> = {}): Quirks {
  const rows = quirkNames.map((name) => [name, table[name][column[mode]]] as const);
  // Every name of the table has a row, so the record is whole.
  return { ...(Object.fromEntries(rows) as Record<QuirkName, boolean>), ...switched };
}
