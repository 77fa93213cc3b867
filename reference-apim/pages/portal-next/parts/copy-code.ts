import { html, nothing, type TemplateResult } from 'lit';

import { refresh } from '../../portal/refresh.ts';

interface CopyCode {
  readonly title: string;
  readonly text: string;
  readonly testId: string;
  /** Only of a text that is stars until it is asked for. */
  readonly secrecy?: { hidden: boolean };
}

const eye = (secrecy: { hidden: boolean }): TemplateResult => {
  const toggle = () => {
    secrecy.hidden = !secrecy.hidden;
    refresh();
  };
  return html`<button
    type="button"
    aria-label="Hide password"
    aria-pressed=${secrecy.hidden ? 'true' : 'false'}
    @click=${toggle}
  ></button>`;
};

/** A text with a button that copies it; a secret with one more, whose name is the same whatever it does. */
export const copyCode = ({ title, text, testId, secrecy }: CopyCode): TemplateResult =>
  html`<app-copy-code data-testid=${testId}>
    ${
      text === ''
        ? nothing
        : html`<div>${title}</div>
            <pre>${secrecy?.hidden === true ? '*'.repeat(text.length) : text}</pre>
            ${secrecy === undefined ? nothing : eye(secrecy)}
            <button
              type="button"
              aria-label=${title}
              @click=${() => void navigator.clipboard.writeText(text)}
            ></button>`
    }
  </app-copy-code>`;
