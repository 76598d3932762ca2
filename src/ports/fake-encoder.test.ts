import { expect, it } from "vitest";
import { encoderContract } from "./encoder.contract.ts";
import { createFakeEncoder } from "./fake-encoder.fixture.ts";

encoderContract("the fake encoder", () => Promise.resolve(createFakeEncoder()));

it("names its dimensions and has as many as asked for", async () => {
  const encoder = createFakeEncoder(8);
  expect(encoder.id).toBe("fake@8");
  expect(await encoder.embedQuery("water")).toHaveLength(8);
});
