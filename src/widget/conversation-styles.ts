import { css } from "lit";

/** Questions, answers, quotes and what can be done with them. */
export const CONVERSATION_STYLES = css`
  .turns,
  .suggestions {
    overflow-wrap: anywhere;
  }
  .greeting {
    color: var(--_soft);
  }
  h3,
  h4 {
    font-size: 0.8em;
    font-weight: 600;
    letter-spacing: 0.02em;
    color: var(--_soft);
    margin: 1.1em 0 0.5em;
  }
  .turn + .turn {
    margin-top: 1.6em;
    padding-top: 1.4em;
    border-top: 1px solid var(--_line);
  }
  h3.question {
    margin: 0 0 0.5em;
    font-size: 1em;
    font-weight: 650;
    letter-spacing: 0;
    color: var(--_ink);
    overflow-wrap: anywhere;
    scroll-margin-top: 0.75em;
  }
  .looked-for,
  .notice,
  .disclaimer {
    font-size: 0.82em;
    color: var(--_soft);
  }
  .looked-for {
    margin: -0.25em 0 0.6em;
  }
  .looked-for q {
    quotes: "“" "”";
  }
  .answer {
    overflow-wrap: anywhere;
  }
  .answer > * + * {
    margin-top: 0.7em;
  }
  .answer ul {
    padding-left: 1.1em;
    list-style: disc;
  }
  .answer li + li {
    margin-top: 0.35em;
  }
  .marker {
    display: inline-block;
    min-width: 1.65em;
    min-height: 1.65em;
    margin: 0 0.1em;
    padding: 0 0.3em;
    border: 1px solid var(--_line);
    border-radius: 0.35em;
    background: var(--_tint);
    color: var(--_accent);
    font-size: 0.75em;
    font-weight: 650;
    line-height: 1.5;
    font-variant-numeric: tabular-nums;
    vertical-align: 0.12em;
  }
  .marker:hover,
  .marker[aria-expanded="true"] {
    background: var(--_accent);
    border-color: var(--_accent);
    color: var(--_on-accent);
  }
  .quote {
    margin: 0.7em 0;
    padding: 0.8em 1em;
    border-left: 3px solid var(--_accent);
    border-radius: 0 0.4em 0.4em 0;
    background: var(--_tint);
    font-size: 0.92em;
  }
  .quote blockquote {
    font-family: var(--ask-quote-font, "Iowan Old Style", "Palatino Linotype", Palatino, Georgia, serif);
  }
  .quote .caption {
    margin-bottom: 0.4em;
    font-weight: 600;
  }
  .quote .place,
  .quote .note {
    margin-top: 0.5em;
    font-size: 0.88em;
    color: var(--_soft);
    overflow-wrap: anywhere;
  }
  .quote .read {
    display: inline-block;
    margin-top: 0.4em;
    font-size: 0.9em;
  }
  .waiting {
    color: var(--_soft);
  }
  .dots::before {
    content: "";
    display: inline-block;
    width: 0.6em;
    height: 0.6em;
    margin-right: 0.5em;
    border-radius: 50%;
    background: var(--_accent);
    animation: breathe 1.2s ease-in-out infinite;
  }
  @keyframes breathe {
    50% {
      opacity: 0.25;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .dots::before {
      animation: none;
    }
  }
  .problem {
    margin-top: 0.7em;
    padding: 0.8em 1em;
    border: 1px solid var(--_line);
    border-radius: 0.4em;
  }
  .problem.failed {
    border-color: var(--_bad);
  }
  .failed {
    color: var(--_bad);
  }
  .problem button {
    margin-top: 0.5em;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25em 0.75em;
    margin-top: 0.8em;
    font-size: 0.85em;
    color: var(--_soft);
  }
  .thumbs {
    display: inline-flex;
    align-items: center;
    gap: 0.25em;
    margin-left: auto;
  }
  button.quiet,
  .problem button {
    padding: 0.25em 0.5em;
    border: 1px solid transparent;
    border-radius: 0.4em;
    background: none;
    color: var(--_soft);
  }
  .problem button {
    border-color: var(--_line);
    color: var(--_ink);
  }
  button.quiet:hover {
    background: var(--_tint);
    color: var(--_ink);
  }
  .close {
    min-width: 2em;
    min-height: 2em;
  }
  .thumb[aria-pressed="true"] {
    color: var(--_accent);
    border-color: var(--_accent);
  }
  .thumb svg {
    display: block;
  }
  .thumb svg.down {
    transform: rotate(180deg);
  }
  .reason {
    flex-basis: 100%;
    padding: 0.8em 1em;
    border: 1px solid var(--_line);
    border-radius: 0.4em;
    color: var(--_ink);
  }
  .reason legend {
    margin-bottom: 0.4em;
    padding: 0;
    font-weight: 600;
  }
  .reason label {
    display: block;
    padding: 0.15em 0;
  }
  .reason .comment {
    margin-top: 0.5em;
  }
  .row {
    display: flex;
    gap: 0.5em;
    margin-top: 0.6em;
  }
  .suggestions {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.4em;
    justify-items: start;
  }
  .suggestions button {
    max-width: 100%;
    overflow-wrap: anywhere;
    padding: 0.45em 0.8em;
    border: 1px solid var(--_line);
    border-radius: 0.9em;
    background: var(--_paper);
    color: var(--_accent);
    font-size: 0.92em;
    line-height: 1.4;
    text-align: start;
  }
  .suggestions button:hover:not(:disabled) {
    border-color: var(--_accent);
    background: var(--_tint);
  }
  .ask {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 0.4em 0.6em;
    align-items: end;
    padding: 0.8em 1em;
    border-top: 1px solid var(--_line);
    background: var(--_paper);
  }
  textarea {
    width: 100%;
    padding: 0.55em 0.75em;
    border: 1px solid var(--_soft);
    border-radius: 0.5em;
    background: var(--_paper);
    color: var(--_ink);
    resize: none;
    field-sizing: content;
    min-height: 2.7em;
    max-height: 9em;
  }
  textarea::placeholder {
    color: var(--_soft);
    opacity: 1;
  }
  .primary {
    min-height: 2.7em;
    padding: 0.4em 1.1em;
    border: 1px solid var(--_accent);
    border-radius: 0.5em;
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 600;
  }
  .disclaimer {
    grid-column: 1 / -1;
  }
`;
