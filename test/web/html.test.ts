import { describe, expect, it } from 'vitest'
import { html } from '../../adapters/web/html.ts'

describe('the template', () => {
  it.each([
    ['markup', '<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    ['an attribute’s end', `" onclick='x()`, '&quot; onclick=&#39;x()'],
    ['an entity', '&lt;', '&amp;lt;'],
    ['binary', 'a\u0000b\u001b\u007fc\u0085', 'a\ufffdb\ufffd\ufffdc\ufffd'],
    ['half a surrogate pair', 'a\ud83db', 'a\ufffdb'],
    ['line ends and tabs', 'a\r\n\tb', 'a\n\n\tb'],
    ['other scripts', 'من يستعيد 🙂', 'من يستعيد 🙂'],
  ])('escapes %s', (_what, text, escaped) => {
    expect(html`<p title="${text}">${text}</p>`.toString()).toBe(`<p title="${escaped}">${escaped}</p>`)
  })

  it('leaves markup of its own alone, at any depth', () => {
    const items = ['a', '<b>'].map((text) => html`<li>${text}</li>`)
    expect(html`<ul>${items}</ul>`.toString()).toBe('<ul><li>a</li><li>&lt;b&gt;</li></ul>')
  })

  it('prints nothing for what is absent, and zero for zero', () => {
    expect(html`<p${false}>${undefined}${0}</p>`.toString()).toBe('<p>0</p>')
  })
})
