import type { CapabilityName } from '../capability.ts';
import type { ProbeCase } from '../case.ts';
import { isSuccess } from '../http/sent.ts';
import { jsonType, type Members, type Probe } from '../probe.ts';
import { explicit, type ClientType } from '../templates.ts';

export interface RefusalCase {
  readonly name: string;
  readonly title: string;
  /** The type of client without the defect; `web` where nothing is said. */
  readonly type?: ClientType;
  readonly twin?: string;
  readonly needs?: readonly CapabilityName[];
  /** The members that are wrong, on top of a good client of that type; undefined takes one out. */
  readonly wrong: Members | ((probe: Probe) => Members);
}

/** A case that asks for a client that a good IdP does not register. */
export const refusalCase = ({ type = 'web', twin, wrong, ...rest }: RefusalCase): ProbeCase => ({
  ...rest,
  twin: twin ?? `register-${type}-explicit`,
  async run(probe) {
    const change = typeof wrong === 'function' ? wrong(probe) : wrong;
    const asked = { client_name: probe.newName(), ...explicit[type], ...change };
    const answer = await probe.register('register', { body: asked });
    if (isSuccess(answer) && typeof answer.members['client_id'] === 'string')
      probe.keep(probe.registered(asked, answer));
    return answer;
  },
});

export interface RawCase {
  readonly name: string;
  readonly title: string;
  /** A text that is no registration; it may carry the name of a client. */
  readonly body: (name: string) => string;
  readonly contentType?: string;
  readonly needs?: readonly CapabilityName[];
}

/** A case whose body is sent as it is. */
export const rawCase = ({ body, contentType = jsonType[1], ...rest }: RawCase): ProbeCase => ({
  ...rest,
  twin: 'register-web-explicit',
  async run(probe) {
    const headers = await probe.registrationHeaders();
    return probe.register('register', {
      body: body(probe.newName()),
      headers: headers.map(([name, value]) => [name, name === jsonType[0] ? contentType : value]),
    });
  },
});
