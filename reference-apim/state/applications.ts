import type { JsonObject } from '../registering-client/members.ts';
import type { ApplicationTypeId } from './application-types.ts';

/** What an application keeps of its client at the IdP. */
export interface Registration {
  /** The answer of the IdP, as far as the mode keeps it. */
  payload: JsonObject;
  /** Origin of the registration endpoint that made the client. */
  origin: string;
  additionalMetadata: Record<string, string>;
}

export interface Application {
  id: string;
  name: string;
  description: string;
  domain?: string | undefined;
  picture?: string | undefined;
  background?: string | undefined;
  groups: string[];
  status: 'ACTIVE' | 'ARCHIVED';
  /** The REST APIs show it in upper case. */
  type: ApplicationTypeId;
  apiKeyMode: string;
  ownerId: string;
  createdAt: number;
  updatedAt: number;
  /** Settings of a Simple application. */
  app?: { type?: string | undefined; client_id?: string | undefined } | undefined;
  /** Present on every other type. */
  registration?: Registration | undefined;
}
