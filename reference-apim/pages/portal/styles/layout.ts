import { css, unsafeCSS } from 'lit';

/** A picture, so that the link is named by its title alone. */
const logo = `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="32" font-family="sans-serif">
  <text x="0" y="21" fill="#ffffff" font-size="15" font-weight="700" letter-spacing="1.6">DEV PORTAL</text>
  <rect x="128" y="8" width="60" height="17" rx="8.5" fill="#2f6fed"/>
  <text x="158" y="20.5" fill="#ffffff" font-size="11" text-anchor="middle">stand-in</text>
</svg>`;

/** Header, footer, and the place where pages follow each other. */
export const layout = css`
  body {
    margin: 0;
  }
  .layout {
    display: flex;
    flex-direction: column;
    min-height: 100vh;
    background: var(--gv-theme-neutral-color);
  }
  header {
    position: sticky;
    top: 0;
    z-index: 110;
  }
  .bar {
    display: grid;
    grid-template-columns: auto 1fr auto;
    align-items: center;
    gap: 2rem;
    min-height: 64px;
    padding: 0 var(--gv-theme-layout--pr) 0 var(--gv-theme-layout--pl);
    background: var(--gv-theme-color-darker);
    --gv-link--c: #c9d6ee;
    --gv-link-active--c: #ffffff;
    --gv-link-active--bgc: #1d3566;
    --gv-link-a--pv: 8px;
  }
  .logo {
    width: 200px;
    height: 32px;
    background: url('data:image/svg+xml,${unsafeCSS(encodeURIComponent(logo))}') no-repeat left center;
  }
  .account {
    --gv-user-menu--c: #ffffff;
    --gv-user-menu--bdc: #2a4378;
    --gv-user-menu-icon--c: #c9d6ee;
    --gv-user-menu-hover--bgc: var(--gv-theme-color-light);
  }
  gv-user-menu {
    display: block;
    min-height: 48px;
  }
  gv-user-menu:has(gv-identity-picture) {
    --gv-link--c: var(--gv-theme-font-color-dark);
  }
  gv-menu {
    min-height: 3px;
    background: var(--gv-menu--bgc);
  }
  app-gv-button-create-application gv-button {
    --gv-button-primary--bgc: #2f6fed;
  }
  gv-message {
    position: absolute;
    left: 0;
    right: 0;
  }
  .content {
    flex: 1;
    padding: 1rem var(--gv-theme-layout--pr) 1.5rem var(--gv-theme-layout--pl);
  }
  .entering {
    animation: appear 0.2s;
  }
  @keyframes appear {
    from {
      opacity: 0;
    }
  }
  footer {
    background: var(--gv-theme-color-darker);
    color: #c9d6ee;
    --gv-link--c: #c9d6ee;
    --gv-link-a--pv: 0;
    --gv-link-a--ph: 0;
  }
  footer ul {
    display: flex;
    justify-content: flex-end;
    align-items: center;
    gap: 2rem;
    list-style: none;
    margin: 0;
    padding: 1.25rem var(--gv-theme-layout--pr);
  }
`;
