import { expect, test } from 'vitest'
import { readForm } from './form-data.ts'
import { typedTexts } from './typed.ts'

const secrets = { password: 'тайна  1', ownPassword: 'тайна‑2', current: 'тайна\u00a03', next: 'тайна—4' }

test('what was typed is shown again, passwords and codes never', () => {
  const fields = [
    ['title', 'План на год'],
    ['tags', ['один', 'два']],
    ['code', '123456'],
    ['_key', 'x'],
    ['intent', 'save'],
  ] as const
  expect(typedTexts([...fields, ...Object.entries(secrets)] as Parameters<typeof typedTexts>[0])).toEqual([
    'План на год',
    'один',
    'два',
  ])
})

test('passwords are taken as they were typed, old and new alike', () => {
  const form = new FormData()
  for (const [name, value] of Object.entries(secrets)) form.append(name, value)
  expect(readForm(form).values).toEqual(secrets)
})
