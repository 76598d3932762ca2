/** What may be wrong with an answer. Apart from the schemas, which the widget has no room for. */
export const FEEDBACK_REASONS = [
  "wrong",
  "incomplete",
  "off_topic",
  "bad_citation",
  "should_have_answered",
  "other",
] as const;
export type FeedbackReason = (typeof FEEDBACK_REASONS)[number];
