import type { Recording } from '../../../recording/recording.ts';
import { idp, withClient } from '../golden-provider.ts';
import { askForToken, beginStep, note, tell, told } from '../golden-story.ts';
import { discoveryOf, register, save, web } from './parts.ts';

const tenant = 'crowd';

/** Many applications in a short time, some at once, one with very long values. */
export function crowdStory(): Recording {
  const telling = tell('golden-crowd', withClient(discoveryOf(tenant), 'crowd-template'));
  save(telling, tenant, ['discoveryEndpoint']);
  beginStep(telling, 'harness', 'two people create applications at once');
  const names = ['First of two', 'Second of two'];
  for (const name of names) register(telling, web(name), tenant, askForToken(telling, `${idp}/${tenant}/token`));
  note(telling, { kind: 'at-once', acts: 'creations', applications: names });

  beginStep(telling, 'portal', 'create an application with long values');
  const long = web(`Long ${'name '.repeat(300)}`.trim(), {
    redirect_uris: Array.from({ length: 200 }, (_, index) => `https://lone.example/cb/${index}`),
  });
  register(telling, long, tenant, askForToken(telling, `${idp}/${tenant}/token`));

  beginStep(telling, 'portal', 'create ten applications');
  const token = askForToken(telling, `${idp}/${tenant}/token`);
  for (let index = 1; index <= 10; index += 1) register(telling, web(`Ten ${index}`), tenant, token);
  beginStep(telling, 'portal', 'create a hundred applications');
  note(
    telling,
    { kind: 'burst', asked: 100, created: 10, refused: 90 },
    { kind: 'connections', opened: telling.exchanges.length, stillOpen: 1 },
  );
  return told(telling);
}
