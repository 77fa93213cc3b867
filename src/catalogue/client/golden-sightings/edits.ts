import type { Recording } from '../../../recording/recording.ts';
import { clientIdOf, beginStep, note, tell, told } from '../golden-story.ts';
import { withClient } from '../golden-provider.ts';
import { discoveryOf, register, save, unregister, update, web } from './parts.ts';

const tenant = 'edits';

/** Edits, two of them at once, a deletion, and a restoration. */
export function editStory(): Recording {
  const telling = tell('golden-edits', withClient(discoveryOf(tenant), 'edit-template'));
  save(telling, tenant, ['discoveryEndpoint']);
  const shop = web('Edited shop', { logo_uri: 'https://lone.example/logo.png' });
  const bare = web('Edited shop');
  register(telling, shop, tenant);

  beginStep(telling, 'portal', 'take the logo away');
  const changed = { logo_uri: null, policy_uri: 'https://lone.example/privacy' };
  update(telling, bare, tenant, changed);
  note(telling, { kind: 'edit', application: shop.name, changed, own: [], outcome: 'saved' });

  beginStep(telling, 'portal', 'change the description');
  note(telling, { kind: 'edit', application: shop.name, changed: {}, own: ['description'], outcome: 'saved' });

  beginStep(telling, 'portal', 'change in two tabs at once');
  note(telling, { kind: 'at-once', acts: 'edits', applications: [shop.name] });
  const policy = { policy_uri: 'https://lone.example/privacy' };
  const first = { ...policy, tos_uri: 'https://lone.example/terms' };
  update(telling, bare, tenant, first);
  note(telling, {
    kind: 'edit',
    application: shop.name,
    changed: { tos_uri: 'https://lone.example/terms' },
    own: [],
    outcome: 'saved',
  });
  const contacts = ['ops@lone.example'];
  update(telling, bare, tenant, { ...first, contacts });
  note(telling, { kind: 'edit', application: shop.name, changed: { contacts }, own: [], outcome: 'saved' });

  const gone = web('Deleted shop');
  register(telling, gone, tenant);
  beginStep(telling, 'portal', 'delete Deleted shop');
  unregister(telling, gone.name, tenant);
  note(telling, { kind: 'deletion', application: gone.name, outcome: 'deleted' });
  telling.applications.splice(
    0,
    telling.applications.length,
    ...telling.applications.map((application) =>
      application.name === gone.name ? { ...application, idp: null, api: null, console: null } : application,
    ),
  );

  beginStep(telling, 'console', 'restore Deleted shop');
  note(telling, {
    kind: 'restoration',
    application: gone.name,
    outcome: 'refused',
    message: `The client ${clientIdOf(gone.name)} is gone from the identity provider.`,
  });
  return told(telling);
}
