import { LINE_BREAK, SPACE, type Units } from "./units.ts";

/** Without line breaks and the white space around them: as before somebody broke it into lines. */
export function joinLines(from: Units, to: Units): void {
  const { values, length } = from;
  to.clear(length, from.hasPlaces);
  for (let done = 0; done < length; ) {
    let next = done;
    while (next < length && values[next] !== LINE_BREAK) next += 1;
    let end = next;
    while (next < length && end > done && values[end - 1] === SPACE) end -= 1;
    to.copy(from, done, end);
    done = next + 1;
    while (isSpace(from.at(done))) done += 1;
  }
}

/** Whether evenSpaces would make another text of it: nearly none has two spaces in a row. */
export function isUneven({ values, length }: Units): boolean {
  let isBehindSpace = false;
  for (let index = 0; index < length; index += 1) {
    const value = values[index];
    if (value === LINE_BREAK || (value === SPACE && isBehindSpace)) return true;
    isBehindSpace = value === SPACE;
  }
  return false;
}

/** With one space for each run of white space, line breaks included. */
export function evenSpaces(from: Units, to: Units): void {
  const { length } = from;
  to.clear(length, from.hasPlaces);
  for (let done = 0; done < length; ) {
    let next = done;
    while (next < length && !isSpace(from.at(next))) next += 1;
    to.copy(from, done, next);
    done = next;
    while (isSpace(from.at(done))) done += 1;
    if (done > next) to.put(SPACE, from, next, done);
  }
}

function isSpace(value: number): boolean {
  return value === SPACE || value === LINE_BREAK;
}
