/** `as-apim-3.20` shows what was recorded from APIM 3.20.32; `correct` follows the specifications. */
export type ReferenceMode = 'as-apim-3.20' | 'correct';
