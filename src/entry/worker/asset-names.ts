/** Prompts that the Worker's assets hold. */
export const PROMPTS = ["answer", "repair", "condense"] as const;

/** Files of the pages: the widget, the reader's script and Swagger UI. */
export const PAGE_ASSETS = [
  "widget.js",
  "reader.js",
  "swagger-ui.css",
  "swagger-ui-bundle.js",
  "favicon-32x32.png",
] as const;
