import fc from "fast-check";
import { expect, it } from "vitest";
import { flatLists } from "./flat-lists.ts";

it("gives each list as it was, and nothing past the end", () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.oneof(fc.nat(70_000), fc.nat()))), (lists) => {
      const flat = flatLists(lists);
      expect(flat.length).toBe(lists.length);
      lists.forEach((list, i) => {
        expect([...flat.at(i)]).toEqual(list);
        expect(flat.start(i + 1) - flat.start(i)).toBe(list.length);
      });
      expect([...flat.at(lists.length)]).toEqual([]);
      expect([...flat.at(lists.length + 5)]).toEqual([]);
    }),
  );
});
