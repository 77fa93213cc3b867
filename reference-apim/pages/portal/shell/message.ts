import { html, nothing, type TemplateResult } from 'lit';

import type { Refusal } from '../backend/http.ts';
import { refresh } from '../refresh.ts';
import '@gravitee/ui-components/wc/gv-message';

interface Message {
  readonly type: 'success' | 'error';
  readonly text: string;
}

/**
 * Error codes that the portal has a sentence of its own for (3.20 to 4.x); the server's message is then not shown. So what
 * the IdP said about a refused registration does not reach the developer.
 */
const sentences: Readonly<Record<string, string>> = {
  'errors.clientRegistrationProvider.exception': 'An error occurred while connecting to the access management service',
  'errors.forbidden': 'You do not have sufficient rights to access this resource',
  'errors.unexpected': 'An unexpected error occurred',
};

const bar: { message: Message | undefined } = { message: undefined };

/** The bar of the header: stays until it is closed or a navigation begins. */
export function showMessage(type: Message['type'], text: string): void {
  bar.message = { type, text };
  refresh();
}

export const showRefusal = ({ code, message }: Refusal): void => showMessage('error', sentences[code] ?? message);

export function clearMessage(): void {
  bar.message = undefined;
  refresh();
}

export const messageBar = (): TemplateResult | typeof nothing =>
  bar.message === undefined
    ? nothing
    : html`<gv-message type=${bar.message.type} .closable=${true} @gv-message:close=${clearMessage}
        >${bar.message.text}</gv-message
      >`;
