import type { Apim } from '../apim.ts';
import { refusal } from '../refusal.ts';
import type { Application } from '../state/applications.ts';
import { isAdmin, type User } from '../state/users.ts';

const byName = (one: Application, other: Application) => one.name.localeCompare(other.name, 'en');

const withStatus = ({ state }: Apim, status: string) =>
  [...state.applications.values()].filter((application) => application.status === status.toUpperCase()).sort(byName);

/** An administrator's view of the Console: all of them; anybody else's: his own. */
export const visibleApplications = (apim: Apim, user: User, status: string): Application[] =>
  withStatus(apim, status).filter((application) => isAdmin(user) || application.ownerId === user.id);

/** The Portal shows everybody his own. */
export const ownApplications = (apim: Apim, user: User): Application[] =>
  withStatus(apim, 'ACTIVE').filter((application) => application.ownerId === user.id);

/** Applications whose name contains the words of the search box. */
export const findApplications = (applications: readonly Application[], query: string): Application[] =>
  applications.filter(({ name }) => name.toLowerCase().includes(query.trim().toLowerCase()));

export function requireApplication({ state, wording }: Apim, id: string): Application {
  const application = state.applications.get(id);
  if (application !== undefined) return application;
  throw refusal(404, `Application [${id}] ${wording.notFound}.`, {
    technicalCode: 'application.notFound',
    parameters: { application: id },
  });
}
