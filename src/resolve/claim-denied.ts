// "Not" in a question for a yes or a no: "is the customer not informed" asks whether it is; "so we do not have to patch
// it, right?" states that it is not so. Parties stand as `@` and a number.

/** Whether a text is put as a question. */
export const REALLY = /\?\s*$/

/** "do @0 not patch" as "do @0 patch": the same is asked. "Must we not" asks for something else. */
export function affirmed(clause: string): string {
  return clause.replace(/^(is|are|am|do|does) ((?:(?:it|that|this)(?: @\d)?)|@\d(?!')) not (?!only\b)/, '$1 $2 ')
}

/** A statement without its "not", and whether it had one. */
export function denied(statement: string): { readonly statement: string; readonly isDenied: boolean } {
  for (const [pattern, positive] of DENIALS) {
    if (pattern.test(statement)) return { statement: statement.replace(pattern, positive), isDenied: true }
  }
  return { statement, isDenied: false }
}

const DENIALS: readonly (readonly [pattern: RegExp, positive: string])[] = [
  [/^(@\d|it|that|this) (is|are|am)(?:n't| not) /, '$1 $2 '],
  [/^(@\d) (?:don't|doesn't|do not|does not) (?=(?:have|need|ought) to\b)/, '$1 '],
  [/^(@\d) (?:needn't|need not) /, '$1 have to '],
  [/^(@\d) (?:don't|doesn't|do not|does not) /, 'do $1 '],
]

const ASKED =
  /^(?<start>(?:(?:hi|hello|hey|so|and|but|ok|okay|well|please),? )*(?:is|are|am|do|does) (?!there\b|not\b)(?:(?!\b(?:there|any|all|which|what|who|that|and|or|if|when)\b)[\p{L}\p{N}'-]+ ){1,3})not (?!only\b|just\b|sure\b|yet\b)/iu

/** "is the customer not informed of restores" as it is asked without the "not", for whoever looks for the row. */
export function withoutNot(question: string): string {
  return question.replace(ASKED, '$<start>')
}
