import { describe, expect, it } from "vitest";
import { locateUseLite, readUseLite } from "../../src/adapters/node/use-lite/source.ts";
import { weightsByRole } from "./weights-by-role.ts";

describe("weightsByRole", () => {
  it("has every weight of the encoder once, under the name that it has in the original", async () => {
    const { tensors } = await readUseLite(locateUseLite());
    const named = weightsByRole(tensors);
    for (const { original, tensor } of named) expect(tensors.get(original)?.data).toBe(tensor.data);
    expect(new Set(named.map(({ role }) => role)).size).toBe(named.length);
    expect(new Set(named.map(({ original }) => original)).size).toBe(named.length);
    const large = [...tensors].filter(([, { data }]) => data.length >= 256).map(([name]) => name);
    expect(large.filter((name) => !named.some(({ original }) => original === name))).toEqual([]);
  });
});
