import { failure } from "../runtime/failure.ts";

/** Longest picture, in UTF-16 units: JSONata compares its parts with each other. */
const MAX_PICTURE = 200;

/** Throws for a picture that is no text (a partial application hands on anything) or too long to be one. */
export function checkPicture(picture: unknown): asserts picture is string {
  if (typeof picture !== "string") throw failure("T0410", { index: 2, value: picture });
  if (picture.length > MAX_PICTURE) throw failure("picture-too-long");
}
