import { css } from 'lit';

/** Custom properties of the gv-* components: dark blue bars, blue accents on light grey. */
export const theme = css`
  :root {
    --gv-theme-color-darker: #0b1730;
    --gv-theme-color-dark: #14274d;
    --gv-theme-color: #2f6fed;
    --gv-theme-color-light: #dbe7ff;
    --gv-theme-color-danger: #c62f3b;
    --gv-theme-color-error-light: #f6d2d5;
    --gv-theme-color-success-light: #cfeed9;
    --gv-theme-neutral-color-darkest: #1c2536;
    --gv-theme-neutral-color-darker: #6b778d;
    --gv-theme-neutral-color-dark: #cfd7e3;
    --gv-theme-neutral-color: #f3f5f9;
    --gv-theme-neutral-color-light: #e9edf4;
    --gv-theme-neutral-color-lighter: #f8f9fc;
    --gv-theme-neutral-color-lightest: #ffffff;
    --gv-theme-font-color-dark: #1c2536;
    --gv-theme-font-color-light: #ffffff;
    --gv-theme-font-family: system-ui, 'Helvetica Neue', Arial, sans-serif;
    --gv-theme-layout--pl: 4rem;
    --gv-theme-layout--pr: 4rem;
    --gv-button--bdrs: 4px;
    --gv-header--bgc: #e6eeff;
    --gv-menu--bgc: #1d3566;
    --gv-menu-link-active--bdc: #7eaaff;
    --gv-stepper--c: #8a95a8;
    --gv-stepper-passed--c: #1c2536;
    font: 14px/1.4 var(--gv-theme-font-family);
    color: var(--gv-theme-font-color-dark);
  }
`;
