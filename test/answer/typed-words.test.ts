import { expect, it } from 'vitest'
import { typedWords } from '../../src/answer/typed-words.ts'

it.each([
  [['restores', 'backups'], 'who restoers the bakcups', ['restoers', 'bakcups']],
  [['dai'], 'who checks it every day', ['day']],
  [['polici', 'organis'], 'which policies do we organize', ['policies', 'organize']],
  [['email', 'ssl'], 'who renews E-Mail SSL', ['e-mail', 'SSL']],
  [['severity', '3'], 'how fast is severity 3 answered', ['severity', '3']],
  [['qwen'], 'asdf qwer zxcv', []],
  [['qwen'], 'asdf qwerty', []],
  [['3', '2'], 'what is in section 3.2.2', []],
  [['os'], 'who feeds Oscar', []],
])('%j in “%s”', (understood, question, typed) => expect(typedWords(understood, question)).toEqual(typed))
