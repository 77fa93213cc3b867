import { html, nothing, type TemplateResult } from 'lit';

import { loadIdentityProviders, signIn } from '../../portal/backend/session.ts';
import { refresh } from '../../portal/refresh.ts';
import { textField } from '../form/text.ts';
import { loadNavigation } from '../navigation.ts';
import { address, navigate, type Page } from '../router.ts';

interface Login {
  username: string;
  password: string;
  wrong: boolean;
}

async function submit(event: Event, login: Login, next: string): Promise<void> {
  event.preventDefault();
  login.wrong = !(await signIn(login.username, login.password));
  if (login.wrong) return refresh();
  await loadNavigation();
  await navigate(next);
}

const fields = (login: Login): TemplateResult[] => [
  textField({
    ...{ label: 'Username', control: 'username', value: login.username },
    changed: (value) => (login.username = value),
  }),
  textField({
    ...{ label: 'Password', control: 'password', value: login.password, type: 'password' },
    changed: (value) => (login.password = value),
  }),
];

/** Sign-in of 4.10. */
export function loginPage(query: URLSearchParams): Page {
  const login: Login = { username: '', password: '', wrong: false };
  const next = query.get('redirectUrl') ?? '/catalog';
  void loadIdentityProviders();
  return {
    view: () =>
      html`<form @submit=${(event: Event) => void submit(event, login, next)}>
        <mat-card>
          <mat-card-title>Login</mat-card-title>
          ${fields(login)}
          ${
            login.wrong
              ? html`<mat-error>The username or password you entered is incorrect, please try again.</mat-error>`
              : nothing
          }
          <button type="submit" ?disabled=${login.username === '' || login.password === ''}>Log in</button>
          <a href=${address('/log-in/reset-password')}>Forgot password?</a>
          <div><span>Don’t have an account? </span><a href=${address('/user/registration')}>Sign up</a></div>
        </mat-card>
      </form>`,
  };
}
