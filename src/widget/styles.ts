import { css } from "lit";
import { CONVERSATION_STYLES } from "./conversation-styles.ts";

const LIGHT = css`
  --_accent: var(--ask-accent, #17456b);
  --_on-accent: var(--ask-on-accent, #fff);
  --_paper: var(--ask-paper, #fff);
  --_ink: var(--ask-ink, #1b2733);
  --_soft: var(--ask-soft, #54626f);
  --_line: var(--ask-line, #d9e0e6);
  --_tint: var(--ask-tint, #f3f6f8);
  --_bad: #a3261b;
  color-scheme: light;
`;
const DARK = css`
  --_accent: var(--ask-accent, #8cc4f0);
  --_on-accent: var(--ask-on-accent, #0c1a26);
  --_paper: var(--ask-paper, #151b21);
  --_ink: var(--ask-ink, #e5eaef);
  --_soft: var(--ask-soft, #a3b0bc);
  --_line: var(--ask-line, #36424d);
  --_tint: var(--ask-tint, #1e262e);
  --_bad: #f2aaa3;
  color-scheme: dark;
`;

/**
 * Names with an underscore are the widget's own: were they `--accent`, a page could not say `--ask-accent: var(--accent)`.
 * The important ones hold against whatever a page says of the element or of everything.
 */
const FRAME_STYLES = css`
  :host {
    all: initial !important;
    display: block !important;
    font: 400 var(--ask-size, medium) / 1.55
      var(--ask-font, system-ui, -apple-system, "Segoe UI", Roboto, sans-serif) !important;
    color: var(--_ink) !important;
    text-align: start !important;
    direction: ltr !important;
    unicode-bidi: isolate !important;
    ${LIGHT}
  }
  @media (prefers-color-scheme: dark) {
    :host {
      ${DARK}
    }
  }
  :host([theme="light"]) {
    ${LIGHT}
  }
  :host([theme="dark"]) {
    ${DARK}
  }
  :host([hidden]) {
    display: none !important;
  }
  * {
    box-sizing: border-box;
  }
  [hidden] {
    display: none !important;
  }
  h2,
  h3,
  h4,
  p,
  ul,
  ol,
  figure,
  blockquote,
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  button,
  textarea {
    font: inherit;
    color: inherit;
  }
  button {
    cursor: pointer;
  }
  button:disabled {
    cursor: default;
    opacity: 0.6;
  }
  a {
    color: var(--_accent);
    text-underline-offset: 0.15em;
  }
  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .panel {
    display: flex;
    flex-direction: column;
    width: 100%;
    max-width: var(--ask-width, 100%);
    background: var(--_paper);
    border: 1px solid var(--_line);
    border-radius: var(--ask-radius, 10px);
    overflow: hidden;
  }
  :host([mode="inline"]) .panel {
    height: var(--ask-height, auto);
    max-height: var(--ask-height, none);
  }
  .dock {
    position: static;
    inset: auto;
    width: auto;
    height: auto;
    margin: 0;
    padding: 0;
    border: 0;
    overflow: visible;
    background: none;
    color: inherit;
  }
  .launcher {
    position: fixed;
    z-index: 2147483646;
    inset: auto max(1.25em, env(safe-area-inset-right)) max(1.25em, env(safe-area-inset-bottom)) auto;
    display: flex;
    align-items: center;
    gap: 0.5em;
    padding: 0.7em 1.1em;
    border: 0;
    border-radius: 2em;
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 600;
    box-shadow: 0 2px 12px rgb(0 0 0 / 0.25);
  }
  .launcher:focus-visible {
    outline-color: var(--_ink);
    outline-offset: 3px;
  }
  .floating {
    position: fixed;
    z-index: 2147483647;
    inset: auto 1.25em 5em auto;
    width: var(--ask-width, 26em);
    max-width: calc(100vw - 2.5em);
    height: var(--ask-height, 38em);
    max-height: calc(100vh - 6.5em);
    max-height: calc(100dvh - 6.5em);
    box-shadow: 0 8px 40px rgb(0 0 0 / 0.28);
  }
  @media (max-width: 30em), (max-height: 30em) {
    .floating {
      inset: 0;
      width: 100%;
      max-width: 100%;
      height: 100%;
      max-height: 100%;
      border: 0;
      border-radius: 0;
    }
  }

  header {
    display: flex;
    align-items: center;
    gap: 0.5em;
    padding: 0.7em 1em;
    border-bottom: 1px solid var(--_line);
  }
  header h2 {
    flex: 1;
    min-width: 0;
    overflow-wrap: anywhere;
    font-size: 1.05em;
    font-weight: 650;
    line-height: 1.3;
  }
  .log {
    flex: 1;
    overflow-y: auto;
    overscroll-behavior: contain;
    padding: 1em;
  }
  @media print {
    .floating {
      position: static;
    }
    .launcher,
    .ask,
    .actions,
    .suggestions {
      display: none;
    }
    .panel,
    .log {
      height: auto;
      max-height: none;
      overflow: visible;
    }
  }
`;

export const STYLES = [FRAME_STYLES, CONVERSATION_STYLES];
