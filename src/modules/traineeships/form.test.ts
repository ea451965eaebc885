// Proves C-12, C-42i.
import { expect, test } from 'vitest'
import { chebula, luga, turochak, ustishim } from '../../../test/regulations.ts'
import { newId } from '../../kernel/ids.ts'
import { transferTrainee } from './deeds/run.ts'
import { formatsOf, formUnderAny, planForm } from './form.ts'
import { formThere } from './rules.ts'

const asked = (...regulations: (typeof luga)[]) => {
  const form = formUnderAny(regulations, transferTrainee.form)
  return ['format', 'licenceHolder'].filter((name) => name in form)
}

test('who goes on elsewhere is asked what the papers there ask: the form where one names forms, the licence where a form needs one', () => {
  expect(asked(luga)).toEqual([])
  expect(asked(chebula), 'what has no choice is not asked').toEqual([])
  expect(asked(luga, ustishim)).toEqual(['format'])
  expect(asked(ustishim, turochak)).toEqual(['format', 'licenceHolder'])
  expect(formatsOf([luga, ustishim, ustishim]).map(({ value }) => value)).toEqual(['очно', 'дистанционно'])
})

test('the form there is the one asked for, or the only one; where the paper names none nothing is kept', () => {
  const given = { format: 'программа повышения квалификации', licenceHolder: 'ИПКиППРО' }
  expect(formThere(turochak, given)).toEqual(given)
  expect(formThere(turochak, { format: null, licenceHolder: null })).toEqual({ format: null, licenceHolder: null })
  expect(formThere(chebula, given)).toEqual({ format: 'одна из форм повышения квалификации', licenceHolder: null })
  expect(formThere(luga, given)).toEqual({ format: null, licenceHolder: null })
})

test('rows that differ say so in their field, and an emptied field is nobody any more', () => {
  const id = newId()
  const read = (days: string, events: string) =>
    planForm.parse({ days: { [id]: days }, events: { [id]: events }, wasDays: {}, wasEvents: {} })
  expect(read('разные', 'differ')).toMatchObject({ days: { [id]: 'разные' }, events: { [id]: 'differ' } })
  expect(read('', '')).toMatchObject({ days: { [id]: null }, events: { [id]: null } })
  expect(() => read('разное', '')).toThrow()
})
