import type { Recording } from '../../../recording/recording.ts';
import { withClient } from '../golden-provider.ts';
import { beginStep, clientIdOf, note, tell, told, type Telling } from '../golden-story.ts';
import { markOf } from '../marks.ts';
import { discoveryOf, register, renew, save, showOn, web } from './parts.ts';

const tenant = 'people';
const shop = web('Shared shop');
const application = shop.name;

/** One application as its owner, a reader, a stranger and a browser see it. */
export function peopleStory(): Recording {
  const telling = tell('golden-people', {
    ...withClient(discoveryOf(tenant), 'people-template'),
    renewEndpoint: `https://idp.example/${tenant}/reg/{#client_id}/renew_secret`,
  });
  save(telling, tenant, ['discoveryEndpoint']);
  register(telling, shop, tenant);
  const publicOne = { ...web('Page of the shop'), type: 'browser' } as const;
  register(telling, publicOne, tenant);
  showOn(telling, publicOne.name, { secret: null });
  note(telling, { kind: 'renewal-offer', application: publicOne.name, offered: false });

  beginStep(telling, 'portal', 'subscribe Shared shop to an API');
  note(
    telling,
    { kind: 'subscription', application, clientId: clientIdOf(application) },
    { kind: 'script-probe', page: 'application', ran: false },
    { kind: 'renewal-offer', application, offered: true },
  );

  beginStep(telling, 'portal', 'renew the secret of Shared shop');
  const secret = renew(telling, shop, tenant);
  showOn(telling, application, { secret });
  note(telling, { kind: 'renewal-click', application, confirmation: true, outcome: 'renewed' });

  others(telling);
  answers(telling, secret);
  return told(telling);
}

function others(telling: Telling): void {
  const message = 'You may not change this application.';
  beginStep(telling, 'portal', 'a reader looks at Shared shop');
  note(
    telling,
    { kind: 'person-view', application, person: 'owner', mayUpdate: true, secret: 'shown' },
    { kind: 'person-view', application, person: 'reader', mayUpdate: false, secret: 'hidden' },
    { kind: 'powerless-act', application, person: 'reader', act: 'renew', right: 'read', outcome: 'refused', message },
  );
  beginStep(telling, 'portal', 'a stranger tries to change Shared shop');
  note(telling, {
    kind: 'powerless-act',
    application,
    person: 'stranger',
    act: 'edit',
    right: 'none',
    outcome: 'refused',
    message,
  });
}

function answers(telling: Telling, secret: string): void {
  const answer = { kind: 'product-answer', status: 200, cacheControl: null, secrets: [] as string[] } as const;
  beginStep(telling, 'portal', 'what the product answers');
  note(
    telling,
    {
      ...answer,
      to: 'browser',
      method: 'GET',
      path: '/portal/applications/1',
      subject: 'application',
      cacheControl: 'no-store',
      secrets: [secret, markOf(`secret of ${application}`)],
    },
    { ...answer, to: 'harness', method: 'GET', path: '/management/providers/1', subject: 'provider' },
    { ...answer, to: 'harness', method: 'GET', path: '/management/export', subject: 'export' },
    {
      ...answer,
      to: 'harness',
      method: 'POST',
      path: '/management/applications',
      status: 403,
      subject: 'application',
      withoutForgeryToken: true,
    },
  );
}
