// Nothing that a person types into a form is lost without a word: each form with text in it keeps its draft by itself, or asks before it is left. When
// the session ends, what was sent is shown again after signing in (src/app/kept-forms.pg.test.ts), and the page warns before (script.pages).
import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const written = /<(TextArea|TextField|FormFields|PlanText|\w+Fields)\b/
const isKept = /\b(guard|autosave)\b/
/** Passwords and codes are nobody's to keep; a number of the journal is typed in a moment; the names of rows are sent as they are typed. */
const spared = [/\bplain\b/, /paths\.orderSignatures/]

/** Each `<Form …>…</Form>` of a file, its opening tag and what stands inside. */
function formsIn(source: string): { opening: string; inside: string }[] {
  return source
    .split(/<Form(?=\s)/)
    .slice(1)
    .map((rest) => {
      const end = rest.search(/(?<!=)>/)
      return { opening: rest.slice(0, end), inside: rest.slice(end, rest.indexOf('</Form>')) }
    })
}

test('every form in which a person writes is guarded', () => {
  const files = globSync('src/**/*.tsx').filter((file) => !/dev-pages|\.test\./.test(file))
  const forms = files.flatMap((file) => formsIn(readFileSync(file, 'utf8')).map((form) => ({ ...form, file })))
  expect(forms.length).toBeGreaterThan(60)
  const lost = forms.filter(
    ({ opening, inside }) => written.test(inside) && !isKept.test(opening) && !spared.some((one) => one.test(opening)),
  )
  expect(lost.map(({ file, opening }) => `${file}: ${opening.trim()}`)).toEqual([])
  expect(forms.filter(({ opening }) => isKept.test(opening)).length).toBeGreaterThan(35)
})
