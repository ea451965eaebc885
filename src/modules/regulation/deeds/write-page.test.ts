import { expect, test } from 'vitest'
import { askedToPropose } from './write-page.ts'

const lines = { 'rules.forms.value.catalogueList': 'Лекция\nСеминар' }

test('lines still to be cut into rows are proposed before anything is written', () => {
  expect(askedToPropose({ 'rules.forms.said': 'yes', ...lines })).toMatchObject({ proposing: 'yes', ...lines })
  expect(askedToPropose({ said: 'yes', 'value.catalogueList': 'Лекция' })).toMatchObject({ proposing: 'yes' })
  expect(askedToPropose({ 'rules.forms.said': 'yes', 'rules.forms.value.catalogueList': ' ' })).toBeNull()
})

test('lines of a rule the paper is silent of are left alone: what is pressed is written', () => {
  expect(askedToPropose({ 'rules.forms.said': 'no', ...lines })).toBeNull()
  expect(askedToPropose({ 'rules.forms.said': 'no', 'rules.plan.said': 'yes', ...lines })).toBeNull()
  expect(askedToPropose({ said: 'no', 'value.catalogueList': 'Лекция' })).toBeNull()
  const role = { 'rules.roles.mentor.said': 'no', 'rules.roles.mentor.value.dutiesList': 'Ведёт' }
  expect(askedToPropose(role)).toBeNull()
  expect(askedToPropose({ ...role, 'rules.roles.mentor.said': 'yes' })).toMatchObject({ proposing: 'yes' })
  expect(askedToPropose({ ...role, change: 'propose' })).toMatchObject({ proposing: 'yes' })
})
