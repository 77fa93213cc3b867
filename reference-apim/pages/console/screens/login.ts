import { html, type TemplateResult } from 'lit';
import { signIn } from '../backend/session.ts';
import { textInput } from '../controls/input.ts';
import { required, textField } from '../form.ts';
import { showError } from '../overlay/snack-bar.ts';
import { refresh } from '../refresh.ts';
import { navigate } from '../router.ts';
import type { OpenScreen } from '../screen.ts';

export const loginScreen =
  (localLogin: boolean): OpenScreen =>
  ({ address }) => {
    const username = textField('', required);
    const password = textField('', required);
    const state = { running: false };

    const submit = async (event: Event): Promise<void> => {
      event.preventDefault();
      state.running = true;
      refresh();
      const accepted = await signIn(username.value ?? '', password.value ?? '');
      state.running = false;
      refresh();
      if (accepted) navigate(address.query.get('redirect') ?? '/');
      else showError('Login failed! Check username and password.');
    };

    const form = (): TemplateResult =>
      html`<form novalidate @submit=${(event: Event) => void submit(event)}>
        ${textInput({ label: 'Username', name: 'username', field: username, testId: 'username-input' })}
        ${textInput({
          label: 'Password',
          name: 'password',
          field: password,
          testId: 'password-input',
          type: 'password',
        })}
        <button
          type="submit"
          class="mat-mdc-unelevated-button"
          data-testid="sign-in-button"
          ?disabled=${state.running || username.error() !== undefined || password.error() !== undefined}
        >
          Sign in
        </button>
      </form>`;

    return {
      view: () =>
        html`<div class="login">
          <mat-card class="mat-mdc-card login__card">
            <svg class="login__logo" role="img" aria-label="Gravitee.io" viewBox="0 0 28 28">
              <path d="M14 4a10 10 0 1 0 10 10h-9"></path>
            </svg>
            <div class="card__header__title">Sign In</div>
            <div class="muted">to continue to the APIM Console</div>
            ${localLogin ? form() : ''}
            <p class="muted">Don't have an account yet? <a href="#!/_sign-up">Sign up</a></p>
          </mat-card>
        </div>`,
    };
  };
