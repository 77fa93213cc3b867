import type { TemplateResult } from 'lit';

export interface NavigationLink {
  readonly title: string;
  readonly path: string;
  readonly icon?: string;
  readonly active?: boolean;
  readonly separator?: boolean;
}

/** The second row of the header. */
export interface Menu {
  readonly links: readonly NavigationLink[];
  /** Slot above the links. */
  readonly top?: () => TemplateResult;
  /** Slot beside the links. */
  readonly right?: () => TemplateResult;
}

/** An open page. */
export interface Page {
  readonly view: () => TemplateResult;
  readonly menu?: (pathname: string) => Menu;
  /** The page leaves the document. */
  readonly close?: () => void;
}
