/**
 * `as-apim-3.20` shows what was recorded from APIM 3.20.32, `as-apim-4.12` what is known of 4.12; `correct` follows the
 * specifications.
 */
export const referenceModes = ['as-apim-3.20', 'as-apim-4.12', 'correct'] as const;
export type ReferenceMode = (typeof referenceModes)[number];
