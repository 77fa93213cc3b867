import { everyProfile } from '../define.ts';
import { every } from '../rules.ts';
import { discovery10 } from '../specs.ts';
import { cases, headers, statuses } from './answers.ts';
import { defineIdpChecks } from './define.ts';
import { is, isJsonType } from './demands.ts';
import { idpMutant, rewrite, setHeader, setStatus } from './rewrite.ts';

export const discovery = defineIdpChecks(
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
  },
);
