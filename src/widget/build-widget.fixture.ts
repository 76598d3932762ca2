import { build } from "esbuild";

/** Builds the widget as `npm run build:widget` does. */
export async function setup(): Promise<void> {
  await build({
    entryPoints: ["src/widget/ask-the-report.ts"],
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    outfile: "dist/widget.js",
    logLevel: "warning",
  });
}
