// Whatever a person types or pastes into any form of the program is cleaned before a rule sees it: one letter one sign, one hyphen, one space, nothing
// that cannot be seen (src/kernel/clean.ts). Every text field of every form is walked, so that none has a way around.
import { expect, test } from 'vitest'
import type { z } from 'zod'
import { modules } from '../src/app/modules.ts'
import { cleanText } from '../src/kernel/clean.ts'
import { formOf, secret } from '../src/web/form-data.ts'

const typed = 'Пет\u00adрова\u2011Водкина и\u0306ога\u00a0№\u202f3\u200b'

/** The names of the text fields of a schema, as a form sends them. */
function textsOf(schema: z.core.$ZodType, name = ''): string[] {
  const def = (schema as z.ZodType).def as unknown as { type: string } & Record<string, z.core.$ZodType>
  const within = (part: string) => (name === '' ? part : `${name}.${part}`)
  switch (def.type) {
    case 'object':
      return Object.entries(def.shape as unknown as Record<string, z.core.$ZodType>).flatMap(([part, inner]) =>
        textsOf(inner, within(part)),
      )
    case 'array':
      return [...new Set([...textsOf(def.element!, within('0')), ...textsOf(def.element!, `${name}[]`)])]
    case 'record':
      return textsOf(def.valueType!, within('0190a000-0000-7000-8000-000000000000'))
    case 'union':
      return (def.options as unknown as z.core.$ZodType[]).flatMap((inner) => textsOf(inner, name))
    case 'pipe':
      return [...textsOf(def.in!, name), ...textsOf(def.out!, name)]
    case 'nullable':
    case 'optional':
    case 'default':
    case 'catch':
    case 'prefault':
    case 'readonly':
      return textsOf(def.innerType!, name)
    case 'lazy':
      return []
    case 'string':
      return [name]
    default:
      return []
  }
}

const forms = modules
  .flatMap(({ routes = [] }) => routes)
  .flatMap((route) => ('form' in route ? [{ at: route.path.pattern, form: route.form }] : []))
const fields = forms.flatMap(({ at, form }) =>
  [...new Set(textsOf(form))].filter((name) => name !== '').map((name) => ({ at, name })),
)

test('there are forms, and text in them', () => {
  expect(forms.length).toBeGreaterThan(100)
  expect(fields.length).toBeGreaterThan(200)
})

test('every text field of every form is cleaned at the door', () => {
  const dirty = fields.filter(({ name }) => {
    const sent = formOf([[name, typed]], [])
    return [sent.values[name]].flat()[0] !== cleanText(typed) || JSON.stringify(sent.nested).includes('\u00ad')
  })
  expect(dirty.map(({ at, name }) => `${at} ${name}`)).toEqual([])
})

test('only passwords are taken as they were typed, and no form of the registers has a field that passes for one', () => {
  expect(fields.filter(({ name }) => secret.test(name))).toEqual([])
})
