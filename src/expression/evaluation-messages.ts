/**
 * What each code of a failing evaluation means, and what to do: JSONata's codes first, then ours. JSONata's own
 * texts quote the data in their first words, so they are not used. `{operator}`, `{function}` and `{index}` are
 * filled in from the expression, never from the data.
 */
export const EVALUATION_MESSAGES: Readonly<Record<string, string>> = {
  T0410:
    "Argument {index} of {function} has the wrong type. Convert it first, for example with $string(…) or $number(…).",
  T0411:
    "{function} was called without an argument and the current value has the wrong type. Name the field to use.",
  T0412: "Argument {index} of {function} must be an array whose items all have the right type.",
  T1003: "A key of an object must be text. Wrap it in $string(…).",
  T1005: "This calls a name that is no function. Functions start with $.",
  T1006: "This calls something that is not a function. Check the name after the $.",
  T1007: "This partially applies a name that is no function. Functions start with $.",
  T1008: "This partially applies something that is not a function.",
  T1010: "The matcher function does not answer in the form that {function} needs.",
  T2001: "The left side of {operator} is not a number. Wrap it in $number(…), or join texts with &.",
  T2002: "The right side of {operator} is not a number. Wrap it in $number(…), or join texts with &.",
  T2003: "The left side of the range operator .. is not a whole number.",
  T2004: "The right side of the range operator .. is not a whole number.",
  T2006: "The right side of ~> is not a function.",
  T2007: "The values to sort by have different types. Convert them all, for example with $string(…).",
  T2008: "A value to sort by is neither a number nor text. Convert it first.",
  T2009: "The two sides of {operator} have different types. Convert one, for example with $number(…).",
  T2010: "One side of {operator} is neither a number nor text, so it cannot be compared. Convert it first.",
  T2011: "The update of a transform must be an object.",
  T2012: "The delete clause of a transform must be a text or a list of texts.",
  T2013: "A transform needs $clone, which this expression has replaced by something that is no function.",
  D1001: "A number is out of range: it is infinite or not a number. Check for a division by zero.",
  D1002: "The value after - is not a number. Wrap it in $number(…).",
  D1004:
    "The regular expression matches an empty text, so the search would never end. Let it match at least one character.",
  D1009: "Two keys of an object are the same. Give each key once.",
  D1011: "The expression nests too deeply. Check for a function that calls itself without an end.",
  D1012: "The expression does too much work on this row. Check for an endless loop, or make it read less.",
  D1013: "A key that starts with _jsonata_ is reserved. Choose another name.",
  D2014: "A range has too many items. Make it smaller.",
  D2015: "A sequence has more than a million items. Make it smaller.",
  D3001: "A number that is infinite or not a number cannot become text. Check for a division by zero.",
  D3010: "The text to search for in $replace is empty.",
  D3011: "The limit of $replace is negative.",
  D3012: "The function given to $replace did not return text. Wrap its result in $string(…).",
  D3020: "The limit of $split is negative.",
  D3030:
    "The value cannot be read as a number. Clean it first, for example with $replace(…), or leave empty values out with a condition.",
  D3040: "The limit of $match is negative.",
  D3050: "The function given to $reduce takes fewer than two arguments.",
  D3060: "The square root of a negative number does not exist.",
  D3061: "The result of $power is too large for a number.",
  D3070:
    "$sort without a function sorts only numbers alone or texts alone. Give it a function that compares.",
  D3100: "The radix of $formatBase must be between 2 and 36.",
  D3110:
    "The value is not a date in ISO 8601 form, such as 2024-02-29 or 2024-02-29T10:00:00Z, or the day does not exist. Give $toMillis a picture as second argument for other forms.",
  D3130: "This way of writing a whole number as text is not supported. Use another picture.",
  D3131: "The digits of a number picture come from different scripts. Use one script.",
  D3132:
    "The date picture has an unknown component. Use letters that JSONata lists, such as [Y0001]-[M01]-[D01].",
  D3133: "The date picture asks for a name where only months and days have one.",
  D3134: "The time zone in the date picture has more than four digits.",
  D3135: "A [ in the date picture is never closed.",
  D3136: "The date picture lacks a component that is needed to read a date.",
  D3137: "The expression refused this row with $error.",
  D3138: "$single found more than one matching item.",
  D3139: "$single found no matching item.",
  D3140: "The text is not a well-formed URL part.",
  D3141: "An $assert of the expression failed.",
  "text-too-long": "The expression builds a text of more than a million characters. Make it shorter.",
  "regex-text-too-long":
    "The text is too long to be searched safely with this regular expression. Shorten it with $substring(…), or simplify the expression.",
  "result-is-function": "The result is a function or holds one. Call it, or return a value.",
  "result-key": "The result has a key named __proto__, which is not allowed. Choose another name.",
  "result-too-large": "The result has more than a million values. Make it smaller.",
};
