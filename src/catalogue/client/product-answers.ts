import { defineChecks, everyProfile } from '../define.ts';
import { every, type Demand } from '../rules.ts';
import { sighted, type SightedSpot } from '../sighted.ts';
import { interoperability, rfc6749 } from '../specs.ts';
import { markOf } from './marks.ts';
import { mutant } from './mutations.ts';
import { seeInstead } from './sighting-mutations.ts';

type Answer = SightedSpot<'product-answer'>;

const story = 'golden-people';
const row = { profiles: everyProfile, level: 'SEC' } as const;

const hasNoSecret: Demand<Answer> = ({ value: { sighting } }) =>
  sighting.secrets.length === 0
    ? undefined
    : {
        expected: 'no secret',
        found: `${sighting.secrets.length} in the answer to ${sighting.method} ${sighting.path}`,
      };

export const productAnswers = defineChecks(
  {
    ...row,
    id: 'X-15',
    slug: 'own-answers-not-stored',
    title: 'forbids to store its own answers that hold a secret',
    spec: [rfc6749('5.1'), interoperability],
    level: 'SHOULD',
    needs: ['answer-with-secret'],
    why: 'The secret stays in the cache of a browser, or of a proxy.',
    judge: every(
      sighted('product-answer', 'no answer of the product had a secret', ({ secrets }) => secrets.length > 0),
      ({ value: { sighting } }) =>
        /\bno-store\b/i.test(sighting.cacheControl ?? '')
          ? undefined
          : { expected: 'Cache-Control: no-store', found: sighting.cacheControl ?? 'absent' },
    ),
    mutant: mutant(
      'says nothing of caches',
      seeInstead(story, 'product-answer', { cacheControl: null }, { to: 'browser' }),
    ),
  },
  {
    ...row,
    id: 'X-25',
    slug: 'creation-needs-csrf-token',
    title: 'does nothing for a page that cannot show the token against forgery',
    spec: [interoperability],
    needs: ['request-without-forgery-token'],
    why: 'Another page can create applications in the name of a developer who is signed in.',
    judge: every(
      sighted(
        'product-answer',
        'no request was made without the token',
        ({ withoutForgeryToken }) => withoutForgeryToken === true,
      ),
      ({ value: { sighting } }) =>
        sighting.status >= 400 && sighting.status < 500
          ? undefined
          : { expected: 'status 401 or 403', found: String(sighting.status) },
    ),
    mutant: mutant(
      'creates the application',
      seeInstead(story, 'product-answer', { status: 201 }, { withoutForgeryToken: true }),
    ),
  },
  {
    ...row,
    id: 'P-10',
    slug: 'export-without-secret',
    title: 'exports no secret',
    spec: [interoperability],
    needs: ['export-answer'],
    why: 'Exports are kept in repositories and sent by mail.',
    judge: every(
      sighted('product-answer', 'nothing was exported', ({ subject }) => subject === 'export'),
      hasNoSecret,
    ),
    mutant: mutant(
      'exports the secret of the provider',
      seeInstead(
        story,
        'product-answer',
        { secrets: [markOf('provider secret of golden-people')], cacheControl: 'no-store' },
        { subject: 'export' },
      ),
    ),
  },
);
