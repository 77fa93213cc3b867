import type { CapabilityName } from '../capability.ts';
import type { ProbeCase } from '../case.ts';
import { isSuccess, type Sent } from '../http/sent.ts';
import { registerByLibrary } from '../known-good.ts';
import { jsonType, type Members, type Probe } from '../probe.ts';
import { differenceOf } from './difference.ts';

export interface RegisterCase {
  readonly name: string;
  readonly title: string;
  /** The members, or how they follow from what is known of the IdP; `client_name` is put first unless they have one. */
  readonly body: Members | ((probe: Probe) => Members);
  readonly needs?: readonly CapabilityName[];
  readonly twin?: string;
  readonly smoke?: true;
  /** Built with oauth4webapi, as other cases rely on it. */
  readonly knownGood?: true;
  /** In place of `application/json`. */
  readonly contentType?: string;
}

/** A case that registers a client and keeps it for later cases; what became of each member is noted. */
export const registerCase = ({ body, contentType, knownGood, ...rest }: RegisterCase): ProbeCase => ({
  ...rest,
  async run(probe) {
    const members = typeof body === 'function' ? body(probe) : body;
    const asked = 'client_name' in members ? members : { client_name: probe.newName(), ...members };
    const answer = await (knownGood === true
      ? registerByLibrary(probe, asked)
      : sendRegistration(probe, asked, contentType));
    if (isSuccess(answer)) probe.keep(probe.registered(asked, answer));
    noteDifference(probe, asked, answer);
    return answer;
  },
});

async function sendRegistration(probe: Probe, body: Members, contentType = jsonType[1]): Promise<Sent> {
  const headers = await probe.registrationHeaders();
  return probe.register('register', {
    body,
    headers: headers.map(([name, value]) => [name, name === jsonType[0] ? contentType : value]),
  });
}

function noteDifference(probe: Probe, asked: Members, answer: Sent): void {
  if (!isSuccess(answer)) return;
  for (const [what, names] of Object.entries(differenceOf(asked, answer.members)) as [string, string[]][])
    if (names.length > 0) probe.note(what, names.join(', '));
}
