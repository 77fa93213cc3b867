import { everyProfile } from '../../define.ts';
import { every } from '../../rules.ts';
import { interoperability, rfc7591, rfc9111 } from '../../specs.ts';
import { cases, presentMember } from '../answers.ts';
import { defineIdpChecks } from '../define.ts';
import { isNoStore } from '../demands.ts';
import { dropHeader, idpMutant, rewrite, setBody, setHeader, setMembers } from '../rewrite.ts';
import { oneOf } from '../../demands.ts';
import {
  describesForPeople,
  describesInAscii,
  describesItself,
  echoesNoSecret,
  isErrorAnswer,
  namesNoClient,
  refusals,
} from './demands.ts';
import { redirectUris } from './redirect-uris.ts';
import { metadata } from './metadata.ts';

/** Every case that another rule of this group wants refused. */
const tried = [...redirectUris, ...metadata].flatMap(({ needs }) => needs.map((need) => need.replace(/^case:/, '')));
const one = 'refuse-name-number';
const needs = cases('refuse-redirect-relative');

/** What a refusal looks like. */
export const answer = defineIdpChecks(
  {
    id: 'IE-01',
    slug: 'refusal-form',
    title: 'refuses metadata with 400, JSON and an error code',
    spec: [rfc7591('3.2.2')],
    level: 'MUST',
    profiles: everyProfile,
    needs,
    why: 'A product can tell its user nothing but that something went wrong.',
    judge: every(refusals(...tried), isErrorAnswer),
    mutant: idpMutant('says text/html', rewrite(one, setHeader('Content-Type', 'text/html'))),
  },
  {
    id: 'IE-02',
    slug: 'refusal-description-ascii',
    title: 'describes a refusal in ASCII',
    spec: [rfc7591('3.2.2')],
    level: 'MUST',
    profiles: everyProfile,
    needs,
    why: 'The text is put into headers and logs that take nothing else.',
    judge: every(refusals(...tried), describesInAscii),
    mutant: idpMutant('describes it in French', rewrite(one, setMembers({ error_description: 'refusé' }))),
  },
  {
    id: 'IE-03',
    slug: 'refusal-no-store',
    title: 'forbids to store a refusal',
    spec: [rfc9111('5.2.2.5'), interoperability],
    level: 'INTEROP',
    profiles: everyProfile,
    needs,
    why: 'A cache gives the refusal to the next request as well.',
    judge: every((seen, profile) => {
      const { spots, none } = refusals(...tried)(seen, profile);
      return {
        spots: spots.map((spot) => ({
          ...spot,
          value: spot.value.response.header('cache-control')[0],
          part: 'response header',
          pointer: 'Cache-Control',
        })),
        none,
      };
    }, isNoStore),
    mutant: idpMutant('leaves Cache-Control out', rewrite(one, dropHeader('Cache-Control'))),
  },
  {
    id: 'IE-47',
    slug: 'refusal-echoes-no-secret',
    title: 'repeats no token and no secret in a refusal',
    spec: [interoperability],
    level: 'SEC',
    profiles: everyProfile,
    needs,
    why: 'Error texts are logged and shown where tokens must not be.',
    judge: every(refusals(...tried), echoesNoSecret),
    mutant: idpMutant('repeats the token', rewrite(one, setMembers({ access_token: 'the-token-of-the-request' }))),
  },
  {
    id: 'IE-48',
    slug: 'refusal-explained',
    title: 'says in error and error_description why it refuses',
    spec: [rfc7591('3.2.2'), interoperability],
    level: 'INTEROP',
    profiles: everyProfile,
    needs,
    why: 'The product shows these two members to its user; a text elsewhere is lost.',
    judge: every(refusals(...tried), describesItself),
    mutant: idpMutant(
      'says it in message',
      rewrite(one, setBody({ error: 'invalid_client_metadata', message: 'client_name' })),
    ),
  },
  {
    id: 'IE-49',
    slug: 'refusal-without-client',
    title: 'names no client in a refusal',
    spec: [rfc7591('3.2.2')],
    level: 'MUST',
    profiles: everyProfile,
    needs,
    why: 'A client exists that nobody knows of, or a product stores one that does not.',
    judge: every(refusals(...tried), namesNoClient),
    mutant: idpMutant('names one', rewrite(one, setMembers({ client_id: 'left-behind' }))),
  },
  {
    id: 'IE-50',
    slug: 'refusal-without-internals',
    title: 'keeps class names and stack traces out of a refusal',
    spec: [interoperability],
    level: 'INTEROP',
    profiles: everyProfile,
    needs,
    why: 'A user cannot read them, an attacker can.',
    judge: every(refusals(...tried), describesForPeople),
    mutant: idpMutant(
      'shows its exception',
      rewrite(one, setMembers({ error_description: 'org.example.json.UnrecognizedPropertyException: client_name' })),
    ),
  },
  {
    id: 'IE-52',
    slug: 'redirect-refusal-code',
    title: 'says invalid_redirect_uri where a redirect URI is wrong',
    spec: [rfc7591('3.2.2')],
    level: 'INTEROP',
    profiles: everyProfile,
    needs,
    why: 'A product can point at the field that its user has to correct.',
    judge: every(
      presentMember('error', 'refuse-redirect-relative', 'refuse-redirect-fragment', 'refuse-redirect-javascript'),
      oneOf('invalid_redirect_uri'),
    ),
    mutant: idpMutant(
      'says invalid_client_metadata',
      rewrite('refuse-redirect-relative', setMembers({ error: 'invalid_client_metadata' })),
    ),
  },
);
