/** A text that Slack shows as it is: no mention, link or channel of it comes alive (api.slack.com/reference/surfaces/formatting). */
export function escapeSlack(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** What somebody typed, without mentions and Slack's own signs around links. */
export function readSlack(text: string): string {
  return text
    .replace(/<[@!][^>]*>/gu, " ")
    .replace(/<#[^|>]*\|([^>]*)>/gu, "#$1")
    .replace(/<(?:[^|>]*)\|([^>]*)>/gu, "$1")
    .replace(/<([^>]*)>/gu, "$1")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&")
    .replace(/\s+/gu, " ")
    .trim();
}

/** A link in Slack's markup; just the label for what is no absolute address. */
export function slackLink(url: string, label: string): string {
  if (!/^https?:\/\//iu.test(url)) return escapeSlack(label);
  return `<${escapeSlack(url).replaceAll("|", "%7C")}|${escapeSlack(label).replaceAll("|", "¦")}>`;
}
