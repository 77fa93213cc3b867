import type { Recording } from '../../../recording/recording.ts';
import { withClient } from '../golden-provider.ts';
import { beginStep, note, tell, told } from '../golden-story.ts';
import { discoveryOf, register, save, showOn, update, web } from './parts.ts';

const tenant = 'changes';

/** What others change in between: the client at the identity provider, the owner, the provider. */
export function changeStory(): Recording {
  const telling = tell('golden-changes', {
    ...withClient(discoveryOf(tenant), 'change-template'),
    claims: [{ claim: 'org', member: 'organization' }],
  });
  save(telling, tenant, ['discoveryEndpoint']);
  const claims = { org: 'acme' };
  const kept = web('Kept shop', { organization: 'acme' });
  const drifted = web('Drifted shop', { organization: 'acme' });
  register(telling, kept, tenant);
  register(telling, drifted, tenant);
  telling.applications.splice(0, 2, ...telling.applications.map((application) => ({ ...application, claims })));

  beginStep(telling, 'idp', 'an administrator renames the client');
  note(telling, { kind: 'idp-change', application: drifted.name, members: { client_name: 'Renamed there' } });
  showOn(telling, drifted.name, { name: 'Renamed there' });

  beginStep(telling, 'console', 'give Kept shop to another owner');
  note(telling, { kind: 'owner-change', application: kept.name });
  beginStep(telling, 'portal', 'change Kept shop');
  const changed = { policy_uri: 'https://lone.example/privacy' };
  update(telling, kept, tenant, changed);
  note(telling, { kind: 'edit', application: kept.name, changed, own: [], outcome: 'saved' });

  save(telling, 'elsewhere', ['discoveryEndpoint'], false);
  beginStep(telling, 'portal', 'change Kept shop again');
  const again = { tos_uri: 'https://lone.example/terms' };
  update(telling, kept, tenant, { ...changed, ...again });
  note(telling, { kind: 'edit', application: kept.name, changed: again, own: [], outcome: 'saved' });
  return told(telling);
}
