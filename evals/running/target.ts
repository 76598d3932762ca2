import type { AskRequest, AskResponse } from "../../src/domain/contract.ts";
import type { Segment } from "../../src/domain/span.ts";

/** A passage with the source ranges it is made of. */
export interface SourcePassage {
  readonly documentId: string;
  readonly text: string;
  readonly segments: readonly Segment[];
}

/** What is evaluated: an assistant in this process, or a deployed one. */
export interface Target {
  /** Told in reports; nothing that changes from run to run. */
  readonly about: {
    readonly name: string;
    readonly index: string;
    readonly encoder: string;
  };
  /** Questions that may be asked at once. */
  readonly concurrency: number;
  ask(request: AskRequest): Promise<AskResponse>;
  /** Answers however unsure it is, for the risk-coverage curve; null when the target cannot be told to. */
  readonly attempt: ((request: AskRequest) => Promise<AskResponse>) | null;
  /** Null for an id that does not exist. */
  passage(id: string): Promise<SourcePassage | null>;
}
