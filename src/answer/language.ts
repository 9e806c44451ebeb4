// Whether a question is in another language: only then is "no document says" not what is wrong with it.

/** No English question begins so. */
const OPENINGS = wordSet(
  'wer wem wen wessen welche welcher welches warum wieso wie wann muss müssen qui quel quelle quels quelles pourquoi quand combien quién quien quiénes quienes cuál cual cuándo cuando cómo quem qual quais quando chi quale quali perché wat welke hoe wanneer waarom moet moeten',
)
/** Two of these in a question are no accident. */
const FUNCTION_WORDS = wordSet(
  'der das dem den ist sind für und nicht wir uns bei mit von eine einen einer wird werden wieder hat le la les des une est sont pour pas nous avec dans sur aux du el los las una es son para por con nosotros está quien il lo gli della delle di che è sono noi um uma não os nós são do da het een zijn niet wij ons voor van bij de',
)
const ENGLISH = wordSet('who whose what which the are does we our us of and with is it by when how')

/** Whether the words are those of another language, or of another script. */
export function isOtherLanguage(text: string): boolean {
  const words = text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []
  const [first = ''] = words
  if (words.length > 1 && words.every((word) => !/\p{Script=Latin}/u.test(word))) return true
  if (words.length < 3 || words.some((word) => ENGLISH.has(word))) return false
  return OPENINGS.has(first) || new Set(words.filter((word) => FUNCTION_WORDS.has(word))).size > 1
}

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' '))
}
