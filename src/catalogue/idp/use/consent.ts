import { everyProfile } from '../../define.ts';
import { every } from '../../rules.ts';
import { holds } from '../../demands.ts';
import { interoperability, rfc7591 } from '../../specs.ts';
import { cases, notes } from '../answers.ts';
import { both } from '../both.ts';
import { defineIdpChecks } from '../define.ts';
import { equals } from '../demands.ts';
import { idpMutant, renote } from '../rewrite.ts';

const page = 'use-consent';

/** What the page shows that asks a person for consent. */
export const consent = defineIdpChecks(
  {
    id: 'IW-17',
    slug: 'consent-shows-the-client',
    title: 'shows the name and the links of a client on the page that asks for consent to it',
    spec: [rfc7591('2'), interoperability],
    level: 'INTEROP',
    profiles: everyProfile,
    needs: cases(page),
    why: 'A person can only agree to somebody whom they are told of.',
    judge: both(
      every(notes('name', page), equals('shown')),
      every(
        notes('links', page),
        holds('a link to the policy or the terms, or the logo', (value) => value !== 'none'),
      ),
    ),
    mutant: idpMutant('shows an identifier alone', renote(page, { name: 'not shown' })),
  },
  {
    id: 'IE-41',
    slug: 'name-is-no-markup',
    title: 'escapes the name of a client on the page that asks for consent to it',
    spec: [rfc7591('5'), interoperability],
    level: 'SEC',
    profiles: everyProfile,
    needs: cases(page),
    why: 'Whoever may register could else put a script on the sign-in page of everybody.',
    judge: every(notes('markup', page), equals('escaped')),
    mutant: idpMutant('writes it into the page as it is', renote(page, { markup: 'taken as markup' })),
  },
);
