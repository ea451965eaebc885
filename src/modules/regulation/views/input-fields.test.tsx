import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { chebula } from '../../../../test/regulations.ts'
import { entryOf } from '../../../regulation/editor/entries.ts'
import { InputFields } from './input-fields.tsx'

const shown = (rule: string, values: Record<string, string>) =>
  renderToString(
    <InputFields input={entryOf(rule)!.input} name="value" path={rule} form={{ values, errors: [] }} regulation={chebula} />,
  )

test('after the rows that are written stand two empty ones; a cleared row is one of them, although its choice stays pressed', () => {
  const row = { 'value.catalogue.0.label': 'Лекция', 'value.catalogue.0.remote': 'no' }
  const html = shown('forms', { ...row, 'value.catalogue.1.label': '', 'value.catalogue.1.remote': 'no' })
  expect(html).toContain('value.catalogue.2.label')
  expect(html).not.toContain('value.catalogue.3.label')
  const nested = shown('report', { 'value.kinds.0.chain.0.act': 'agree', 'value.kinds.0.due.kind': 'on' })
  expect(nested).not.toContain('value.kinds.2.title')
})

test('a choice that may be the whole of a row can be taken back; elsewhere it is pressed', () => {
  const html = shown('eligibility', {})
  const tagOf = (name: string) => html.match(new RegExp(`<(\\w+)[^>]*name="${name}"`))?.[1]
  expect([tagOf('value.groups.0.how'), tagOf('value.all.0.evidence')]).toEqual(['select', 'input'])
})
