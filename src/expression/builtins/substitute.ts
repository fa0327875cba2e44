/** What a replacement text stands for: `$1` a group, `$0` the whole match, `$$` a dollar. As JSONata reads it. */
export function substitute(
  replacement: string,
  match: { readonly match: string; readonly groups: readonly (string | undefined)[] },
): string {
  let result = "";
  let position = 0;
  let dollar = replacement.indexOf("$");
  while (dollar !== -1 && position < replacement.length) {
    result += replacement.slice(position, dollar);
    position = dollar + 1;
    const next = replacement.charAt(position);
    if (next === "$") {
      result += "$";
      position += 1;
    } else if (next === "0") {
      result += match.match;
      position += 1;
    } else {
      const group = groupNumber(replacement, position, match.groups.length);
      if (Number.isNaN(group)) {
        result += "$";
      } else {
        result += match.groups[group - 1] ?? "";
        position += String(group).length;
      }
    }
    dollar = replacement.indexOf("$", position);
  }
  return result + replacement.slice(position);
}

/** As many digits as there are groups to name; one fewer where that names too high a group. */
function groupNumber(replacement: string, position: number, groups: number): number {
  const digits = groups === 0 ? 1 : Math.floor(Math.log(groups) * Math.LOG10E) + 1;
  const group = Number.parseInt(replacement.slice(position, position + digits), 10);
  if (digits > 1 && group > groups) {
    return Number.parseInt(replacement.slice(position, position + digits - 1), 10);
  }
  return group;
}
