import type { Apim } from '../apim.ts';
import type { Application } from '../state/applications.ts';

/** Archives an application. With the quirk its client stays at the IdP. */
export async function removeApplication(apim: Apim, application: Application): Promise<void> {
  if (application.registration !== undefined && !apim.quirks.keepsClientOnDelete)
    await apim.registrar.unregister(application.registration);
  apim.state.applications.set(application.id, { ...application, status: 'ARCHIVED', updatedAt: Date.now() });
}
