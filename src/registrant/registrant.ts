import { randomUUID } from 'node:crypto';
import type { Application, Change, Outcome, Registrant, RegistrantOptions, Settings, Wanted } from './api.ts';
import { openApplications, type Registered } from './applications.ts';
import { behave } from './behaviours.ts';
import type { At, Limits } from './conduct/wire.ts';
import type { Context } from './context.ts';
import { startSender } from './http/send.ts';
import { read, unregister, update } from './manage.ts';
import { noticesOf } from './notices.ts';
import { openProvider } from './provider.ts';
import { kindOf, messageOf, refusal } from './refusal.ts';
import { register } from './register.ts';
import type { Registration } from './registration.ts';
import { renew } from './renew.ts';
import { takeTurns, withoutTurns } from './turns.ts';
import { metadataOf, pretended } from './wanted.ts';

export type { Application, Change, Outcome, Registrant, RegistrantOptions, Settings, Wanted } from './api.ts';

const usualLimits: Limits = { answer: 10_000, late: 60_000, retry: 5_000, bytes: 1024 * 1024 };

/** Starts a registering client; without behaviours it does all that the rule book asks for over plain HTTP. */
export function startRegistrant(options: RegistrantOptions): Registrant {
  const { discoveryUrl, renewEndpoint, renewMethod = 'POST', store } = options;
  const conduct = behave(options.behaviours ?? new Set());
  const limits = { ...usualLimits, ...options.limits };
  const secrets = new Set([options.clientSecret]);
  const tell = (message: string) => conduct.tell(message, [...secrets]);
  const sender = startSender(conduct, limits);
  const { send } = sender;
  const onSecret = (secret: string) => void secrets.add(secret);
  const provider = openProvider({ discoveryUrl, credentials: options, conduct, send, onSecret });
  const applications = openApplications(conduct, onSecret);
  const { registrations } = applications;
  const work = new Set<Promise<unknown>>();
  const later = (task: Promise<unknown>) => {
    const silent = task.catch(() => undefined).finally(() => work.delete(silent));
    work.add(silent);
  };
  const context: Context = { conduct, limits, send, provider, registrations, later };
  const inTurn = conduct.oneAtATime ? takeTurns() : withoutTurns;
  const renewals = new Map<string, Promise<Outcome>>();
  let { softwareId } = options;

  /** Changes a client in its turn: the one before may replace the token that this one needs. */
  const change = (id: string, act: (entry: Registered) => Promise<Registration>): Promise<Outcome> =>
    inTurn(id, () =>
      ended(async () => {
        const entry = applications.created(id);
        applications.keep({ ...entry, registration: await act(entry) });
        return undefined;
      }),
    );

  async function ended(act: () => Promise<string | undefined>): Promise<Outcome> {
    try {
      const message = await act();
      return { outcome: 'done', ...(message && { message: tell(message) }) };
    } catch (error) {
      const message = tell(messageOf(error));
      return { outcome: 'refused', ...(message && { message }) };
    }
  }

  /** Goes on as if nothing had happened after a failure that the client keeps to itself. */
  const unless = (at: At, instead: Registration) => (error: unknown) => {
    const kind = kindOf(error);
    if (kind !== undefined && conduct.hides(kind, at)) return instead;
    throw error;
  };

  return {
    async configure(settings: Settings = {}) {
      softwareId = settings.softwareId ?? softwareId;
      const { outcome, message } = await ended(async () => {
        const complaint = renewEndpoint === undefined ? undefined : conduct.renewEndpointComplaint(renewEndpoint);
        if (complaint !== undefined) throw refusal(complaint);
        await provider.refresh();
        provider.forgetToken();
        for (const endpoint of conduct.needed) await provider.endpoint(endpoint);
        if (conduct.probesToken) await provider.token();
        return undefined;
      });
      if (outcome === 'refused') throw refusal(message ?? '');
    },

    async create(wanted: Wanted): Promise<Application> {
      const id = randomUUID();
      try {
        if (registrations().some(({ information }) => information['client_name'] === wanted.name))
          throw refusal('There is an application of this name already.');
        const complaint = conduct.redirectComplaint(wanted.type, wanted.redirectUris);
        if (complaint !== undefined) throw refusal(complaint);
        const asked = metadataOf(wanted, { softwareId, authMethod: await provider.authMethod() });
        const registration = await register(asked, context, () => stored(wanted.name));
        const said = noticesOf(conduct.notices, registration, Date.now() / 1000);
        const message = said === undefined ? undefined : tell(conduct.clean(said));
        return applications.keep({ id, wanted, registration, message });
      } catch (error) {
        return applications.keep({ id, wanted, registration: undefined, message: tell(messageOf(error)) });
      }
    },

    update: (id: string, wanted: Change) =>
      change(id, async ({ wanted: { type }, registration }) => {
        const complaint = wanted.redirectUris && conduct.redirectComplaint(type, wanted.redirectUris);
        if (complaint !== undefined) throw refusal(complaint);
        return update(registration, wanted, softwareId, context).catch(
          unless('management', pretended(registration, wanted)),
        );
      }),

    read: (id) => change(id, ({ registration }) => read(registration, context)),

    renew(id) {
      const settings = { endpoint: renewEndpoint, method: renewMethod };
      const start = () =>
        change(id, ({ registration }) => renew(registration, settings, context).catch(unless('renewal', registration)));
      const renewal = (conduct.joinsRenewals ? renewals.get(id) : undefined) ?? start();
      renewals.set(id, renewal);
      return renewal.finally(() => renewals.delete(id));
    },

    remove: (id) =>
      inTurn(id, () =>
        ended(async () => {
          const { registration } = applications.created(id);
          const left = conduct.deletes ? await unregister(registration, context) : undefined;
          applications.remove(id);
          return left;
        }),
      ),

    applications: applications.shown,

    requests: sender.sent,

    async settled() {
      while (work.size > 0) await Promise.all(work);
    },

    async [Symbol.asyncDispose]() {
      sender[Symbol.dispose]();
      await Promise.all(work);
    },
  };

  async function stored(name: string): Promise<void> {
    try {
      await store?.(name);
    } catch (error) {
      throw refusal(`The application could not be stored: ${error instanceof Error ? error.message : String(error)}.`);
    }
  }
}
