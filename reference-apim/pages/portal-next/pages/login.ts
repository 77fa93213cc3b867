import { html, nothing } from 'lit';

import { loadIdentityProviders, signIn } from '../../portal/backend/session.ts';
import { refresh } from '../../portal/refresh.ts';
import { textField } from '../form/text.ts';
import { navigate, type Page } from '../router.ts';

interface Login {
  username: string;
  password: string;
  wrong: boolean;
}

async function submit(event: Event, login: Login, next: string): Promise<void> {
  event.preventDefault();
  login.wrong = !(await signIn(login.username, login.password));
  if (login.wrong) refresh();
  else await navigate(next);
}

/** Sign-in, 4.4 to 4.13. */
export function loginPage(query: URLSearchParams): Page {
  const login: Login = { username: '', password: '', wrong: false };
  const next = query.get('redirectUrl') ?? '/catalog';
  void loadIdentityProviders();
  return {
    view: () =>
      html`<form @submit=${(event: Event) => void submit(event, login, next)}>
        <h2>Login</h2>
        ${
          login.wrong
            ? html`<p class="error">The username or password you entered is incorrect, please try again.</p>`
            : nothing
        }
        ${textField({
          label: 'Username',
          control: 'username',
          value: login.username,
          changed: (value) => (login.username = value),
        })}
        ${textField({
          label: 'Password',
          control: 'password',
          type: 'password',
          value: login.password,
          changed: (value) => (login.password = value),
        })}
        <button type="submit" ?disabled=${login.username === '' || login.password === ''}>Log in</button>
      </form>`,
  };
}
