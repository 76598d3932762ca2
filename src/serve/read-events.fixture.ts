import { z } from "zod";

export interface ReadEvent {
  readonly event: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Reads server-sent events as the specification says; fails when a block is not one event with JSON data. */
export function readEvents(text: string): ReadEvent[] {
  const blocks = text.split(/\r?\n\r?\n/u).filter((block) => block !== "");
  return blocks.map((block) => {
    const fields = block.split(/\r?\n/u).map((line) => /^(event|data): ?(.*)$/u.exec(line));
    const value = (name: string): string =>
      fields
        .filter((field) => field?.[1] === name)
        .map((field) => field?.[2] ?? "")
        .join("\n");
    return {
      event: value("event"),
      data: z.record(z.string(), z.unknown()).parse(JSON.parse(value("data"))),
    };
  });
}
