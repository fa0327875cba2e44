import { escapeText } from "../../text/escape-text.ts";

/** Finished HTML: made by `html` alone, so that a text can get into a page only through its escapes. */
export interface Markup {
  readonly kind: "markup";
  readonly text: string;
}

/** What may stand in a template: text is escaped, `undefined` and `false` are nothing, a list is its parts. */
export type Content = Markup | string | number | undefined | false | readonly Content[];

/** A template of HTML. Its own words are trusted, what is put in is not, in elements and quoted attributes alike. */
export function html(words: TemplateStringsArray, ...contents: readonly Content[]): Markup {
  const text = words.map((word, index) => word + textOf(contents[index])).join("");
  return { kind: "markup", text };
}

function textOf(content: Content): string {
  if (content === undefined || content === false) return "";
  if (typeof content === "string") return escapeHtml(content);
  if (typeof content === "number") return String(content);
  if ("kind" in content) return content.text;
  return content.map(textOf).join("");
}

/** Invisible and bidirectional characters are shown as escapes too: nobody is to be deceived by the order of a text. */
function escapeHtml(text: string): string {
  return escapeText(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
