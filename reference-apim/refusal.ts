import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { z } from 'zod';

const detailsSchema = z.object({
  technicalCode: z.string().optional(),
  parameters: z.record(z.string(), z.string()).optional(),
});

/** What an error body of the REST APIs says beside status and message. */
export type RefusalDetails = z.infer<typeof detailsSchema>;

/** An error that the REST caller sees. Management and Portal render it in their own shapes. */
export const refusal = (status: ContentfulStatusCode, message: string, details: RefusalDetails = {}): HTTPException =>
  new HTTPException(status, { message, cause: details });

export const detailsOf = (error: HTTPException): RefusalDetails => detailsSchema.safeParse(error.cause).data ?? {};

/** 400 of the registering client: its text reaches the REST caller. */
export const registrationFailed = (message: string): HTTPException =>
  refusal(400, message, { technicalCode: 'clientRegistrationProvider.exception' });

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
