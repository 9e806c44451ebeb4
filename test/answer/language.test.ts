import { expect, it } from 'vitest'
import { isOtherLanguage } from '../../src/answer/language.ts'

it.each([
  'wer stellt backups bei email pro wieder her?',
  'qui restaure les sauvegardes sur email pro',
  'quién restaura las copias de seguridad en email pro',
  'chi ripristina i backup su email pro',
  'wie herstelt de backups van email pro',
  'quem restaura os backups do email pro',
  'من يستعيد النسخ الاحتياطية للبريد؟',
])('%s is in another language', (text) => expect(isOtherLanguage(text)).toBe(true))

it.each([
  'who restores backups',
  'wer restores the backups on email pro',
  'who is responsible for the DER contract with Sur and Con',
  'backups email pro',
  'qui',
  'asdf qwer zxcv',
  '',
])('%s may be English', (text) => expect(isOtherLanguage(text)).toBe(false))
