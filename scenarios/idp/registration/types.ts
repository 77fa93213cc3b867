import type { ProbeCase } from '../case.ts';
import { isSuccess } from '../http/sent.ts';
import type { Members } from '../probe.ts';
import { clientTypes, explicit, minimal, type ClientType } from '../templates.ts';

const names: Readonly<Record<ClientType, string>> = {
  b2b: 'a Backend to Backend client',
  web: 'a Web client',
  spa: 'a single-page application',
  native: 'a native application',
};

/** Registers a client and keeps it for later cases; `register-web-explicit` is the twin of most refusals. */
export const registerCase = (name: string, title: string, body: Members): ProbeCase => ({
  name,
  title,
  async run(probe) {
    const asked = { client_name: probe.newName(), ...body };
    const answer = await probe.register('register', { body: asked });
    if (isSuccess(answer)) probe.keep(probe.registered(asked, answer));
    return answer;
  },
});

/** The four application types, with as little and with as much as a good client says. */
export const typeCases: readonly ProbeCase[] = clientTypes.flatMap((type) => [
  {
    ...registerCase(`register-${type}-explicit`, `register ${names[type]}, everything stated`, explicit[type]),
    smoke: true as const,
  },
  registerCase(`register-${type}-minimal`, `register ${names[type]}, defaults for all that has one`, minimal[type]),
]);
