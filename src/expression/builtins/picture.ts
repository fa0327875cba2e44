import { failure } from "../runtime/failure.ts";

/** Longest picture, in UTF-16 units: JSONata compares its parts with each other. */
const MAX_PICTURE = 200;

/** Throws for a picture that is too long to be one. */
export function checkPicture(picture: string): void {
  if (picture.length > MAX_PICTURE) throw failure("picture-too-long");
}
