import { Inconclusive } from '../../../src/errors.ts';
import type { ProbeCase } from '../case.ts';
import type { Members, Probe, Registered } from '../probe.ts';
import { explicit } from '../templates.ts';
import { smuggledId } from './browser.ts';
import { askForCode } from './code.ts';

const links = {
  logo_uri: 'https://app.example/logo.png',
  policy_uri: 'https://app.example/policy',
  tos_uri: 'https://app.example/terms',
};

const markup = `<i id="${smuggledId}">&amp;</i>`;

/** The name carries markup; an IdP that refuses such a name gets a plain one. */
async function withMarkup(probe: Probe): Promise<Registered> {
  const body = (name: string): Members => ({ ...explicit.web, ...links, client_name: name });
  const asked = body(`${probe.newName()} ${markup}`);
  const answer = await probe.register('register', { body: asked });
  if (typeof answer.members['client_id'] === 'string') return probe.registered(asked, answer);
  return probe.throwaway(body(probe.newName()));
}

/** What a person is shown before another's application gets in. */
export const consentCases: readonly ProbeCase[] = [
  {
    name: 'use-consent',
    title: 'look at the page that asks for consent to a client whose name has markup in it',
    needs: ['user'],
    twin: 'use-web-login',
    async run(probe) {
      const client = await withMarkup(probe);
      const { end } = await askForCode(probe, client, { prompt: 'consent' });
      const { consent, answer } = end;
      const name = String(client.answer.members['client_name'] ?? client.asked['client_name']);
      if (consent === undefined) {
        if (end.back === undefined)
          throw new Inconclusive(`no page asked for consent: ${end.stuck ?? 'no reason is known'}`);
        probe.note('consent', 'nobody is asked');
        return answer;
      }
      probe.note('name', consent.text.includes(name) ? 'shown' : 'not shown');
      probe.note('markup', consent.smuggled > 0 ? 'taken as markup' : 'escaped');
      const shown = Object.values(links).filter((link) => consent.addresses.includes(link));
      probe.note('links', shown.length === 0 ? 'none' : shown.join(', '));
      return answer;
    },
  },
];
