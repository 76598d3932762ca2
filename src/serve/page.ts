import { html } from "hono/html";

/** HTML whose every inserted string was escaped. */
export type Html = ReturnType<typeof html>;

export interface PageParts {
  readonly title: string;
  readonly language?: string;
  /** What addresses are relative to, itself relative to the page; by default the page's folder. */
  readonly base?: string;
  /** Address of the style sheet, relative to the page. */
  readonly style: string;
  readonly body: Html;
  /** Scripts to load after the body, and modules, relative to the page. */
  readonly scripts?: readonly string[];
  readonly modules?: readonly string[];
}

/** A whole page without inline script or style. Addresses are relative, so that it works below any path. */
export function page({
  title,
  language = "en",
  style,
  body,
  scripts = [],
  modules = [],
  base,
}: PageParts): Html {
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        ${base === undefined ? "" : html`<base href="${base}" />`}
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="${style}" />
      </head>
      <body>
        ${body} ${scripts.map((script) => html`<script src="${script}"></script> `)}
        ${modules.map((module) => html`<script type="module" src="${module}"></script> `)}
      </body>
    </html> `;
}
