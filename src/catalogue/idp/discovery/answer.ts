import { everyProfile } from '../../define.ts';
import { objectOf } from '../../../recording/body.ts';
import { holds } from '../../demands.ts';
import { every, type ExchangeSpot, type Select } from '../../rules.ts';
import { discovery10, interoperability, rfc8259, rfc9111 } from '../../specs.ts';
import { answers, cases, headers, read, statuses } from '../answers.ts';
import { defineIdpChecks } from '../define.ts';
import { is, isJsonType } from '../demands.ts';
import { idpMutant, rewrite, setHeader, setStatus, type Change } from '../rewrite.ts';
import { isHandy } from './metadata.ts';
import { isStrictJson } from './text.ts';

/** Seconds that an answer may be kept; none where the header does not say. */
const maxAges = (...refs: readonly string[]): Select<ExchangeSpot<number>> =>
  read(refs, 'was seen', (exchange) => {
    const [, seconds = '0'] = /max-age="?(\d+)/i.exec(exchange.response.header('Cache-Control').join(',')) ?? [];
    return [{ value: Number(seconds), exchange, part: 'response header', pointer: 'Cache-Control' }];
  });

const isADay = holds<number>('86400 seconds or fewer', (value) => value <= 86_400);

const repeatIssuer: Change = (answer) => ({
  ...answer,
  body: JSON.stringify({ ...objectOf(answer.body) }).replace('{', '{"issuer":"https://first.example",'),
});

export const discoveryAnswer = defineIdpChecks(
  {
    id: 'ID-01',
    slug: 'metadata-answered',
    title: 'answers a request for its metadata with 200',
    spec: [discovery10('4.2')],
    level: 'MUST',
    profiles: everyProfile,
    needs: cases('metadata'),
    why: 'A product reads the addresses of the endpoints there and nowhere else.',
    judge: every(statuses('metadata'), is(200)),
    mutant: idpMutant('answers with 203', rewrite('metadata', setStatus(203))),
  },
  {
    id: 'ID-02',
    slug: 'metadata-media-type',
    title: 'says that its metadata is JSON',
    spec: [discovery10('4.2')],
    level: 'MUST',
    profiles: everyProfile,
    needs: cases('metadata'),
    why: 'A client that goes by the media type does not parse the document.',
    judge: every(headers('Content-Type', 'metadata'), isJsonType),
    mutant: idpMutant('says text/html', rewrite('metadata', setHeader('Content-Type', 'text/html'))),
    related: ['AP-17'],
  },
  {
    id: 'ID-18',
    slug: 'metadata-strict-json',
    title: 'writes metadata that every JSON parser reads alike',
    spec: [rfc8259('4'), rfc8259('8.1')],
    level: 'INTEROP',
    profiles: everyProfile,
    needs: cases('metadata'),
    why: 'Of a member that is there twice, one parser takes the first and another the last.',
    judge: every(answers('metadata'), isStrictJson),
    mutant: idpMutant('names the issuer twice', rewrite('metadata', repeatIssuer)),
  },
  {
    id: 'ID-19',
    slug: 'metadata-cached-briefly',
    title: 'lets nobody keep metadata and keys for more than a day',
    spec: [rfc9111('4.2.1')],
    level: 'INTEROP',
    profiles: everyProfile,
    needs: cases('metadata', 'keys'),
    why: 'After a rotation, clients go on with the old keys for as long.',
    judge: every(maxAges('metadata', 'keys'), isADay),
    mutant: idpMutant(
      'lets the keys be kept for a year',
      rewrite('keys', setHeader('Cache-Control', 'public, max-age=31536000')),
    ),
  },
  {
    id: 'ID-20',
    slug: 'metadata-at-issuer',
    title: 'has its metadata at the address that follows from the issuer',
    spec: [discovery10('4'), discovery10('4.1')],
    level: 'INTEROP',
    profiles: everyProfile,
    needs: cases('metadata-at-issuer'),
    why: 'A gateway that is given the issuer looks for the keys from there.',
    judge: every(statuses('metadata-at-issuer'), is(200)),
    mutant: idpMutant('answers with 404 there', rewrite('metadata-at-issuer', setStatus(404))),
  },
  {
    id: 'ID-22',
    slug: 'metadata-at-once',
    title: 'answers at once, briefly and without a redirect',
    spec: [interoperability],
    level: 'INTEROP',
    profiles: everyProfile,
    needs: cases('metadata'),
    why: 'A redirect is often to a login page that a proxy put in front of everything.',
    judge: every(answers('metadata'), isHandy),
    mutant: idpMutant(
      'redirects to a login page',
      rewrite('metadata', setStatus(302), setHeader('Location', 'https://login.example/')),
    ),
    related: ['AP-01', 'ID-01'],
  },
);
