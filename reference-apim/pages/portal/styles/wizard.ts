import { css } from 'lit';

export const wizard = css`
  app-application-creation.box {
    padding: 0;
    max-width: 1180px;
    margin: 0 auto;
  }
  .stepper {
    padding: 1rem 1rem 0.25rem;
    border-bottom: 1px solid var(--gv-theme-neutral-color-dark);
    min-height: 88px;
  }
  .steps {
    padding: 1rem 2rem 0;
    min-height: 380px;
  }
  .steps > * {
    display: none;
  }
  [data-open='1'] app-application-creation-step1,
  [data-open='2'] app-application-creation-step2,
  [data-open='3'] app-application-creation-step3,
  [data-open='4'] app-application-creation-step4,
  [data-open='5'] app-application-creation-step5 {
    display: block;
    animation: appear 0.2s;
  }
  .application-types {
    display: flex;
    justify-content: center;
    margin-bottom: 1rem;
    --gv-option-button--maw: 210px;
    --gv-option-icon--s: 48px;
  }
  .search {
    display: block;
    max-width: 50%;
  }
  .actions {
    display: flex;
    justify-content: space-between;
    gap: 0.5rem;
  }
  app-application-creation .actions {
    padding: 1rem 2rem;
    border-top: 1px solid var(--gv-theme-neutral-color-dark);
  }
  .summary {
    max-width: 640px;
    margin: 0 auto;
    line-height: 2;
    overflow-wrap: anywhere;
  }
  .summary h2 {
    font-size: 14px;
    text-transform: uppercase;
    letter-spacing: 0.05em;
    margin: 1.5rem 0 0.75rem;
    border-bottom: 1px solid var(--gv-theme-neutral-color-dark);
  }
  .summary span {
    color: var(--gv-theme-neutral-color-darker);
    margin-right: 0.5rem;
  }
  .message {
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    gap: 1rem;
    min-height: 360px;
    margin-bottom: 1rem;
    text-align: center;
    --gv-icon--s: 96px;
  }
  .message h2 {
    margin: 0;
    font-weight: 500;
  }
  .refused gv-icon {
    transform: rotate(180deg);
  }
  .confirmed {
    border-radius: 6px;
    background: var(--gv-theme-color-dark);
    color: #ffffff;
    --gv-icon--c: #7eaaff;
    --gv-icon-opacity--c: #7eaaff;
    --gv-theme-color: #ffffff;
  }
`;
