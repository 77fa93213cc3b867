import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

import { detailsOf, messageOf } from '../refusal.ts';
import type { RestContext } from './env.ts';

interface Shown {
  status: ContentfulStatusCode;
  message: string | undefined;
  technicalCode?: string | undefined;
  parameters?: Record<string, string> | undefined;
}

/** An error of ours ends as 500 with its text, like any unexpected error of the product. */
function shown(error: Error): Shown {
  if (!(error instanceof HTTPException)) return { status: 500, message: messageOf(error) };
  const message = error.message === '' ? undefined : error.message;
  return { status: error.status, message, ...detailsOf(error) };
}

const isBare = ({ message, technicalCode }: Shown) => message === undefined && technicalCode === undefined;

/** Error body of the Management REST API v1; absent members are left out. 401 has no body. */
export function managementError(error: Error, c: RestContext): Response {
  const seen = shown(error);
  if (isBare(seen)) return c.body(null, seen.status);
  const { status, message, technicalCode, parameters } = seen;
  return c.json({ message, parameters, technicalCode, http_status: status }, status);
}

/** The Portal's pages have a sentence of their own for this one, and show the message of any code that they do not know. */
const generic = 'clientRegistrationProvider.exception';

/** Error body of the Portal REST API. */
export function portalError(error: Error, c: RestContext, hidesReason: boolean): Response {
  const seen = shown(error);
  if (isBare(seen)) return c.body(null, seen.status);
  const { status, message, technicalCode = 'unexpected', parameters } = seen;
  const code = technicalCode === generic && !hidesReason ? 'clientRegistrationProvider.refused' : technicalCode;
  return c.json({ errors: [{ status: String(status), message, code: `errors.${code}`, parameters }] }, status);
}
