import type { Application, Recording } from '../../recording/recording.ts';

/** Whether all sides that show the application name the same client. `views`: how many show it. */
export function agreementOf({ idp, api, console, portal }: Application): { agree: boolean; views: number } {
  const ids = [idp, api, console, portal].filter((view) => view !== null).map(({ clientId }) => clientId);
  return { agree: new Set(ids).size === 1, views: ids.length };
}

/** The client that the product believes to be the application's. */
export const clientIdOf = ({ api, console, portal }: Application): string | null =>
  api?.clientId ?? console?.clientId ?? portal?.clientId ?? null;

export interface LedgerRow {
  client: string | null;
  application: Application | undefined;
  /** `neither`: an application that was refused, or whose type needs no client. */
  balance: 'both' | 'no-application' | 'no-client' | 'neither';
}

/** Every client at the IdP and every application, paired by client id. */
export function ledgerOf({ clientsAtIdp, applications }: Recording): LedgerRow[] {
  const clients = new Set(clientsAtIdp);
  const paired = applications.map((application): LedgerRow => {
    const wanted = clientIdOf(application);
    const client = wanted !== null && clients.has(wanted) ? wanted : null;
    if (client !== null) return { client, application, balance: 'both' };
    const needsNone = application.outcome === 'refused' || application.type === 'simple';
    return { client, application, balance: needsNone ? 'neither' : 'no-client' };
  });
  const owned = new Set(paired.map(({ client }) => client));
  const orphans = [...clients].filter((client) => !owned.has(client));
  return [
    ...paired,
    ...orphans.map((client): LedgerRow => ({ client, application: undefined, balance: 'no-application' })),
  ];
}
