import { html, nothing } from 'lit';

import { configurationOf } from '../backend/environment.ts';
import { loadIdentityProviders, signIn } from '../backend/session.ts';
import { input } from '../form/input.ts';
import type { Page } from '../page.ts';
import { refresh } from '../refresh.ts';
import { navigate } from '../router.ts';
import { showMessage } from '../shell/message.ts';
import '@gravitee/ui-components/wc/gv-button';

interface Login {
  username: string;
  password: string;
  /** From the first click on, both fields are required. */
  required: boolean;
  /** Where to go afterwards. */
  readonly next: string;
}

const isValid = ({ required, username, password }: Login): boolean => !required || (username !== '' && password !== '');

async function submit(login: Login): Promise<void> {
  if (!isValid(login)) return;
  if (await signIn(login.username, login.password)) await navigate(login.next);
  else showMessage('error', 'Invalid username or password');
}

/** A click on the button reaches the window, and empties the fields if it is the first, before anything is sent. */
function submitAfterClick(event: Event, login: Login): void {
  event.preventDefault();
  setTimeout(() => void submit(login));
}

/** The first click anywhere empties both fields, once. The click that opened the page is none. */
function emptyAtFirstClick(login: Login): () => void {
  const empty = () => {
    Object.assign(login, { username: '', password: '', required: true });
    refresh();
  };
  const timer = setTimeout(() => addEventListener('click', empty, { once: true }));
  return () => {
    clearTimeout(timer);
    removeEventListener('click', empty);
  };
}

const others = () =>
  html`${
      configurationOf()?.portal.userCreation?.enabled === true
        ? html`<div class="row">
            <div>Don't have an account yet ?</div>
            <gv-button link @gv-button:click=${() => void navigate('/user/registration')}>Sign up !</gv-button>
          </div>`
        : nothing
    }
    <div class="row">
      <gv-button link @gv-button:click=${() => void navigate('/user/resetPassword')}>Reset your password</gv-button>
    </div>`;

const form = (login: Login) =>
  html`<form class="box login" @submit=${(event: Event) => submitAfterClick(event, login)}>
    <h3>Who are you ?</h3>
    ${input({
      control: 'username',
      name: 'username',
      label: 'Username',
      iconLeft: 'communication:shield-user',
      autofocus: true,
      slotted: true,
      value: login.username,
      changed: (value) => (login.username = value),
    })}
    ${input({
      control: 'password',
      name: 'password',
      label: 'Password',
      type: 'password',
      iconLeft: 'general:shield-protected',
      slotted: true,
      value: login.password,
      changed: (value) => (login.password = value),
    })}
    <gv-button class="signin" primary type="submit" icon="navigation:sign-in" ?disabled=${!isValid(login)}
      >Sign in</gv-button
    >
    ${others()}
  </form>`;

/** Sign-in, 3.20 to 4.13. */
export function loginPage(query: URLSearchParams): Page {
  const login: Login = { username: '', password: '', required: false, next: query.get('redirectUrl') ?? '/' };
  void loadIdentityProviders();
  return {
    view: () =>
      html`<app-login
        >${configurationOf()?.authentication.localLogin.enabled === true ? form(login) : nothing}</app-login
      >`,
    close: emptyAtFirstClick(login),
  };
}
