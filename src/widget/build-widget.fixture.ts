import { build } from "esbuild";

/** Builds the widget as `npm run build:widget` does. */
export async function setup(): Promise<void> {
  await build({
    entryPoints: { widget: "src/widget/ask-the-report.ts", reader: "src/widget/mark-quote.ts" },
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    outdir: "dist",
    logLevel: "warning",
  });
}
