import { isBuiltin } from "node:module";
import { posix } from "node:path";
import { parseSync, Visitor } from "oxc-parser";

/** A source file; `path` is relative to src, with "/". */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** What the rules read in a file. An import of a computed name is null. */
export interface SourceFacts {
  readonly imports: readonly (string | null)[];
  readonly defaultExport: boolean;
  readonly readsEnvironment: boolean;
}

/** Gives the rules' complaints about one file; an empty list when it keeps the rule. */
export type Rule = (file: SourceFile, facts: SourceFacts) => readonly string[];

interface Layer {
  /** A folder with its "/", or one file. */
  readonly at: string;
  /** Folders and files of src it may import, beside itself. */
  readonly uses: readonly string[];
  /** Packages it may import; null allows all. A "*" at the end stands for any ending. */
  readonly packages: readonly string[] | null;
  readonly node?: boolean;
}

const BASE = ["domain/", "ports/"];
const STAGES = ["ingest", "indexing", "retrieve", "compose", "converse"].map((stage) => `${stage}/index.ts`);
const TEXT_PACKAGES = ["compromise", "@orama/*"];
const WORKER_USES = [...BASE, ...STAGES, "ask.ts", "remember.ts", "serve/", "slack/index.ts"].concat(
  ...["adapters/core/", "adapters/worker/", "entry/"],
);

/** The architecture. Stages know domain and ports, and of an earlier stage only its index.ts. */
const LAYERS: readonly Layer[] = [
  { at: "domain/", uses: [], packages: ["zod"] },
  { at: "ports/", uses: ["domain/"], packages: ["@langchain/core"] },
  { at: "ingest/", uses: BASE, packages: ["compromise", "mdast*", "micromark*"] },
  { at: "indexing/", uses: [...BASE, "ingest/index.ts"], packages: ["zod"] },
  { at: "retrieve/", uses: [...BASE, ...STAGES.slice(0, 2)], packages: TEXT_PACKAGES },
  { at: "compose/", uses: [...BASE, ...STAGES.slice(0, 3)], packages: TEXT_PACKAGES },
  { at: "converse/", uses: BASE, packages: TEXT_PACKAGES },
  { at: "ask/", uses: [...BASE, ...STAGES], packages: [] },
  { at: "ask.ts", uses: [...BASE, ...STAGES, "ask/"], packages: [] },
  { at: "remember.ts", uses: [...BASE, "ask.ts"], packages: [] },
  { at: "serve/", uses: [...BASE, "ask.ts", "remember.ts"], packages: ["hono", "@hono/zod-openapi"] },
  { at: "slack/", uses: [...BASE, "ask.ts", "remember.ts"], packages: ["slack-edge", "zod"] },
  { at: "widget/", uses: ["domain/"], packages: ["lit", "zod", "eventsource-parser"] },
  { at: "adapters/core/", uses: [...BASE, ...STAGES, "slack/index.ts"], packages: null },
  { at: "adapters/worker/", uses: [...BASE, ...STAGES, "adapters/core/"], packages: null },
  { at: "adapters/node/", uses: [...BASE, ...STAGES, "adapters/core/"], packages: null, node: true },
  // The Worker's entry: anything but what is Node's.
  { at: "entry/worker", uses: WORKER_USES, packages: null },
  { at: "entry/", uses: [""], packages: null, node: true },
];

const MAX_LINES = 400;

/** Parses a file; type imports, re-exports, `import()` expressions and types, and `require` all count. */
export function readFacts({ path, text }: SourceFile): SourceFacts {
  const imports: (string | null)[] = [];
  let defaultExport = false;
  let readsEnvironment = false;
  const { program, errors } = parseSync(path, text);
  if (errors[0]) throw new Error(`${path} does not parse: ${errors[0].message}`);
  new Visitor({
    ImportDeclaration: ({ source }) => imports.push(source.value),
    ExportAllDeclaration: ({ source }) => imports.push(source.value),
    ExportNamedDeclaration: ({ source, specifiers }) => {
      if (source) imports.push(source.value);
      defaultExport ||= specifiers.some(({ exported }) => nameOf(exported) === "default");
    },
    ExportDefaultDeclaration: () => {
      defaultExport = true;
    },
    ImportExpression: ({ source }) => imports.push(literal(source)),
    TSImportType: ({ source }) => imports.push(source.value),
    TSExternalModuleReference: ({ expression }) => imports.push(expression.value),
    CallExpression: ({ callee, arguments: [first] }) => {
      if (nameOf(callee) === "require") imports.push(first ? literal(first) : null);
    },
    MemberExpression: ({ object, property }) => {
      readsEnvironment ||= nameOf(property) === "env" && isProcess(object);
    },
    VariableDeclarator: ({ id, init }) => {
      readsEnvironment ||= id.type === "ObjectPattern" && init !== null && isProcess(init);
    },
  }).visit(program);
  readsEnvironment ||= imports.some((name) => name === "process" || name === "node:process");
  return { imports, defaultExport, readsEnvironment };
}

/** Layers import what the table allows them, and only tests import fixtures. */
export const layersHold: Rule = ({ path }, { imports }) => {
  if (isTestCode(path)) return [];
  const layer = layerOf(path);
  if (!layer) return [`${path} belongs to no layer`];
  return imports.flatMap((name) => {
    if (name === null) return layer.node ? [] : [`${path} imports a computed name`];
    if (!name.startsWith(".")) {
      return isBuiltin(name) || allowsPackage(layer, name) ? [] : [`${path} must not import package ${name}`];
    }
    const target = posix.join(posix.dirname(path), name);
    const allowed = [layer.at, ...layer.uses].some((prefix) => target.startsWith(prefix));
    return allowed && !target.startsWith("../") && !isTestCode(target)
      ? []
      : [`${path} must not import ${target}`];
  });
};

export const nodeStaysOutside: Rule = ({ path }, { imports }) => {
  if (isTestCode(path) || layerOf(path)?.node) return [];
  return imports.filter((name) => name !== null && isBuiltin(name)).map((name) => `${path} imports ${name}`);
};

/** What only Cloudflare's runtime has, and its types, stay in adapters/worker and the Worker's entry. */
export const workersStayOutside: Rule = ({ path }, { imports }) => {
  if (isTestCode(path) || path.startsWith("adapters/worker/") || path.startsWith("entry/worker")) return [];
  return imports
    .filter((name) => name !== null && /^(?:cloudflare:|@cloudflare\/)/u.test(name))
    .map((name) => `${path} imports ${name ?? ""}`);
};

export const entryReadsTheEnvironment: Rule = ({ path }, { readsEnvironment }) =>
  readsEnvironment && !path.startsWith("entry/") && !isTestCode(path)
    ? [`${path} reads process.env: take the value as an argument`]
    : [];

/** A Worker is its module's default export, as a module of WebAssembly is (developers.cloudflare.com/workers). */
const DEFAULTS: readonly string[] = ["entry/worker.ts", "entry/worker/wasm.d.ts"];

export const exportsAreNamed: Rule = ({ path }, { defaultExport }) =>
  defaultExport && !DEFAULTS.includes(path) ? [`${path} has a default export`] : [];

export const namesAreKebabCase: Rule = ({ path }) =>
  path.split("/").every((part) => /^[a-z0-9]+(?:[-.][a-z0-9]+)*$/u.test(part))
    ? []
    : [`${path} is not in kebab-case`];

export const filesAreShort: Rule = ({ path, text }) => {
  const lines = text.split("\n").length - (text.endsWith("\n") ? 1 : 0);
  return lines > MAX_LINES ? [`${path} has ${lines} lines, more than ${MAX_LINES}`] : [];
};

/** What a file brings with it: itself, the files it imports, those they import, and the packages of all. */
export function reachedFrom(
  start: string,
  importsOf: (path: string) => readonly (string | null)[],
): ReadonlySet<string> {
  const reached = new Set<string>();
  const visit = (path: string): void => {
    if (reached.has(path)) return;
    reached.add(path);
    for (const name of importsOf(path)) {
      if (name?.startsWith(".")) visit(posix.join(posix.dirname(path), name));
      else if (name !== null) reached.add(name);
    }
  };
  visit(start);
  return reached;
}

function layerOf(path: string): Layer | undefined {
  return LAYERS.find(({ at }) => path.startsWith(at));
}

function isTestCode(path: string): boolean {
  return /\.(?:test|fixture|contract)\.ts$/u.test(path);
}

function allowsPackage({ packages }: Layer, specifier: string): boolean {
  if (packages === null) return true;
  const name = specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/");
  return packages.some((allowed) =>
    allowed.endsWith("*") ? name.startsWith(allowed.slice(0, -1)) : name === allowed,
  );
}

interface AnyNode {
  readonly type: string;
}

function nameOf(node: AnyNode): string | null {
  if ("name" in node && typeof node.name === "string") return node.name;
  return literal(node);
}

function literal(node: AnyNode): string | null {
  return "value" in node && typeof node.value === "string" ? node.value : null;
}

/** `process` or `globalThis.process`. */
function isProcess(node: AnyNode): boolean {
  if (nameOf(node) === "process") return true;
  return "property" in node && isNode(node.property) && nameOf(node.property) === "process";
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === "object" && value !== null && "type" in value;
}
