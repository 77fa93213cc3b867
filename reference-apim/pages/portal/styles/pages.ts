import { css } from 'lit';

export const pages = css`
  .content :is(app-login, app-applications, app-dashboard, app-homepage, app-application-general, app-placeholder) {
    display: block;
    max-width: 1180px;
    margin: 0 auto;
  }
  h1 {
    font-size: 24px;
    font-weight: 500;
    margin: 0 0 1rem;
  }
  h1 span,
  .faint {
    opacity: 0.7;
  }
  h3,
  h4 {
    margin: 0 0 1rem;
    font-weight: 600;
  }
  form {
    margin: 0;
  }
  .box {
    display: block;
    padding: 1.5rem;
    margin-bottom: 1rem;
    border-radius: 6px;
    background: #ffffff;
    box-shadow: 0 1px 3px rgb(20 39 77 / 15%);
  }
  .columns {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 3rem;
  }
  gv-input,
  gv-text,
  gv-switch {
    display: block;
    margin-bottom: 1rem;
  }
  gv-switch {
    margin-top: 0.75rem;
  }
  .label {
    margin-bottom: 0.4rem;
    opacity: 0.7;
  }
  table {
    width: 100%;
    margin: 0.5rem 0 1rem;
    border-collapse: collapse;
  }
  th {
    text-align: left;
    font-weight: 500;
    padding: 0.4rem 0.2rem;
    border-bottom: 1px solid var(--gv-theme-neutral-color-dark);
  }
  td {
    padding: 0.4rem 0.2rem 0;
  }
  td gv-input {
    margin: 0;
  }

  .login {
    width: 380px;
    margin: 2rem auto;
    box-sizing: border-box;
  }
  .login .signin {
    display: block;
    margin: 1.5rem 0 1rem;
  }
  .login .row {
    display: flex;
    justify-content: center;
    align-items: center;
    gap: 0.5rem;
  }

  app-homepage .hero {
    padding: 3rem;
    margin-bottom: 1.5rem;
    border-radius: 6px;
    background: linear-gradient(120deg, var(--gv-theme-color-dark), #2a4f9a);
    color: #ffffff;
  }
  app-homepage .hero h1 {
    font-size: 32px;
  }
  gv-card-list {
    --gv-theme-neutral-color-dark: #8a95a8;
  }

  app-applications gv-pagination {
    display: flex;
    justify-content: flex-end;
    margin: 0 0 0.75rem;
  }
  app-applications section + gv-pagination {
    margin-top: 1rem;
  }
  .message-empty {
    position: static;
    text-align: center;
    padding: 4rem 0;
    --gv-icon--s: 48px;
  }
  .message-empty .title {
    margin: 1rem;
    font-size: 18px;
  }

  app-application-general form {
    display: grid;
    grid-template-columns: 1fr 280px;
    gap: 1rem;
  }
  aside ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  aside li {
    padding: 0.3rem 0;
  }
  aside li span:first-child {
    margin-right: 0.75rem;
    color: var(--gv-theme-neutral-color-darker);
  }
  .stacked {
    display: flex;
    flex-direction: column;
    gap: 0.5rem;
  }
  .inline {
    display: flex;
    align-items: end;
    gap: 0.5rem;
  }
  .inline gv-input {
    flex: 1;
  }
  .inline gv-confirm {
    margin-bottom: 1rem;
  }
`;
