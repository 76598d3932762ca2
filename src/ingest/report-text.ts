import type { IngestReport } from "./ingest-report.ts";

/** Marks of emphasis; a terminal gives colours, anything else leaves the words alone. */
export interface ReportStyle {
  readonly title: (text: string) => string;
  readonly faint: (text: string) => string;
}

const PLAIN: ReportStyle = { title: (text) => text, faint: (text) => text };

/** An ingest report for people to read: what was found, joined, left out and linked, chapter by chapter. */
export function formatIngestReport(report: IngestReport, style: ReportStyle = PLAIN): string {
  const sections: [heading: string, lines: string[]][] = [
    [
      `${report.passages} passages, ${report.words} words`,
      Object.entries(report.kinds).map(([kind, n]) => `${String(n).padStart(6)}  ${kind}`),
    ],
    ["Chapters", report.chapters.flatMap((_, i) => chapterLines(report, i, style))],
    [
      `Sentences joined across page breaks: ${report.joins.length}`,
      report.joins.map((j) => `  ${label(report, j.chapter)}  …${j.before} ${style.faint("|")} ${j.after}…`),
    ],
    repeatSection("Pull quotes", report.pullQuotes, report, style),
    repeatSection("Standfirsts", report.standfirsts, report, style),
    [
      `Note markers: ${sum(report.chapters.map((c) => c.linkedMarkers))} linked, ${report.unlinkedMarkers.length} not linked`,
      report.unlinkedMarkers.map(
        (m) => `  ${label(report, m.chapter)}  not linked: …${m.after}[${m.number}]`,
      ),
    ],
  ];
  return sections.map(([heading, lines]) => [style.title(heading), ...lines].join("\n")).join("\n\n");
}

function chapterLines(report: IngestReport, at: number, style: ReportStyle): string[] {
  const chapter = report.chapters[at];
  if (!chapter) return [];
  const { pages, authors } = chapter;
  const printed = pages && `pages ${pages.from}-${pages.to ?? ""}`;
  const facts = [
    authors.join(", "),
    printed ?? "",
    count(chapter.passages, "passage"),
    count(chapter.endnotes, "endnote"),
    count(chapter.linkedMarkers, "linked marker"),
  ].filter((fact) => fact !== "");
  const headings = report.headings.filter((heading) => heading.chapter === at);
  return [
    `  ${label(report, at)}  ${chapter.title}`,
    style.faint(`      ${facts.join(" · ")}`),
    ...headings.map((heading) => `      ${"  ".repeat(heading.level)}${heading.text}`),
  ];
}

function repeatSection(
  name: string,
  repeats: IngestReport["pullQuotes"],
  report: IngestReport,
  style: ReportStyle,
): [string, string[]] {
  const dropped = repeats.filter((repeat) => repeat.repeatsBody).length;
  return [
    `${name}: ${dropped} left out because the text says the same, ${repeats.length - dropped} kept`,
    repeats.map(
      (r) =>
        `  ${label(report, r.chapter)}  ${style.faint(r.repeatsBody ? "left out" : "kept    ")}  ${r.text}`,
    ),
  ];
}

function label(report: IngestReport, chapter: number): string {
  return String(report.chapters[chapter]?.number ?? "-").padStart(2);
}

function count(n: number, noun: string): string {
  return n === 0 ? "" : `${n} ${noun}${n === 1 ? "" : "s"}`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0);
}
