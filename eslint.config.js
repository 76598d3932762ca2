import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";

const noDefaultExport = {
  selector: "ExportDefaultDeclaration",
  message: "Use a named export.",
};
const environment = { name: "process", message: "Take it as an argument; only src/entry reads the process." };

export default defineConfig(
  globalIgnores([
    "node_modules/",
    "models/",
    "data/",
    "corpus/",
    "index/",
    "evals/report/",
    "coverage/",
    "dist/",
    ".wrangler/",
  ]),
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      // `as const` asserts no type and stays allowed by this option.
      "@typescript-eslint/consistent-type-assertions": ["error", { assertionStyle: "never" }],
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/consistent-type-imports": [
        "error",
        // `import("x")` types name what a lazy import will bring.
        { fixStyle: "inline-type-imports", disallowTypeAnnotations: false },
      ],
      "@typescript-eslint/no-import-type-side-effects": "error",
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/ban-ts-comment": [
        "error",
        { "ts-expect-error": true, minimumDescriptionLength: 3 },
      ],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      // A caught error is passed on as it came.
      "@typescript-eslint/only-throw-error": ["error", { allowThrowingUnknown: true }],
      // Code points are what the analyzers and tokenizers mean to walk over.
      "@typescript-eslint/no-misused-spread": ["error", { allow: ["string"] }],
      // An index signature must be read with brackets (noPropertyAccessFromIndexSignature).
      "@typescript-eslint/dot-notation": "off",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      // An async function that awaits nothing still turns a throw into a rejection, as ports promise.
      "@typescript-eslint/require-await": "off",
      eqeqeq: ["error", "always", { null: "ignore" }],
      "no-var": "error",
      "prefer-const": "error",
      "max-lines": ["error", { max: 400 }],
      "no-console": "error",
      "no-restricted-syntax": ["error", noDefaultExport],
    },
  },
  {
    files: ["src/**/*.ts"],
    ignores: ["src/entry/**", "src/adapters/node/**", "**/*.test.ts"],
    rules: { "no-restricted-globals": ["error", environment] },
  },
  { files: ["src/entry/**/*.ts", "scripts/**/*.ts"], rules: { "no-console": "off" } },
  {
    // Tools that take what they need from the default export: Vitest, and Workers.
    files: ["*.config.ts", "src/entry/worker.ts", "src/entry/worker/wasm.d.ts"],
    rules: { "no-restricted-syntax": "off" },
  },
  {
    files: ["**/*.test.ts", "**/*.fixture.ts", "**/*.contract.ts"],
    rules: {
      // Vitest's asymmetric matchers (`expect.stringContaining`) are typed any.
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-empty-function": "off",
      // Objects from factories have no `this` to lose.
      "@typescript-eslint/unbound-method": "off",
    },
  },
);
