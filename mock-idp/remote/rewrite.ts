import { jsonOf, objectOf } from '../../src/recording/body.ts';
import type { RawExchange } from '../../src/recording/exchange.ts';
import { isNamed, withHeader, type RawAnswer } from '../recorder/message.ts';
import { managementAddresses, metadataAddresses, type AddressIn, type Addresses } from './addresses.ts';

type Rewritten = NonNullable<RawExchange['upstream']>['rewritten'];

export interface RewrittenAnswer {
  answer: RawAnswer;
  rewritten: Rewritten;
}

/** Puts the recorder's addresses in place of the IdP's: in a discovery document, in client information, in `Location`. */
export function rewriteAnswer(answer: RawAnswer, isDiscovery: boolean, addresses: Addresses): RewrittenAnswer {
  const json = objectOf(jsonOf(answer.body.toString('utf8')));
  const found = json === undefined ? [] : addressesIn(json, { isDiscovery, addresses });
  const rewritten: Rewritten = [];
  let text = json;
  for (const { pointer, url } of found) {
    const to = addresses.toRecorder(url);
    if (text === undefined || to === undefined) continue;
    text = withValue(text, pointer.split('/').slice(1), to);
    rewritten.push({ part: 'response body', pointer, was: url });
  }
  const bodied = rewritten.length === 0 ? answer : withJson(answer, text);
  return rewriteLocation(bodied, rewritten, addresses);
}

interface Reading {
  isDiscovery: boolean;
  addresses: Addresses;
}

function addressesIn(json: Readonly<Record<string, unknown>>, { isDiscovery, addresses }: Reading): AddressIn[] {
  if (isDiscovery) {
    addresses.learnMetadata(json);
    return metadataAddresses(json);
  }
  const managed = managementAddresses(json);
  for (const { url } of managed) addresses.learnManagement(url);
  return managed;
}

function withJson(answer: RawAnswer, json: unknown): RawAnswer {
  const body = Buffer.from(JSON.stringify(json));
  return { ...answer, body, headers: withHeader(answer.headers, 'Content-Length', String(body.length)) };
}

function withValue(
  members: Readonly<Record<string, unknown>>,
  [name = '', ...below]: readonly string[],
  value: string,
): Record<string, unknown> {
  if (below.length === 0) return { ...members, [name]: value };
  return { ...members, [name]: withValue(objectOf(members[name]) ?? {}, below, value) };
}

function rewriteLocation(answer: RawAnswer, before: Rewritten, addresses: Addresses): RewrittenAnswer {
  const rewritten = [...before];
  const headers = answer.headers.map((header): (typeof answer.headers)[number] => {
    const to = isNamed(header, 'location', 'content-location') ? addresses.toRecorder(header[1]) : undefined;
    if (to === undefined) return header;
    rewritten.push({ part: 'response header', pointer: header[0], was: header[1] });
    return [header[0], to];
  });
  return { answer: { ...answer, headers }, rewritten };
}
