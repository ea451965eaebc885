import { expect, test } from 'vitest'
import { fieldsRaised } from './fields.ts'

const old = {
  plan: {
    clause: ['4.5'],
    columns: [
      { code: 'number', caption: '№' },
      { code: 'activity', caption: 'Мероприятие и форма' },
    ],
  },
  application: {
    clause: ['3.3'],
    items: [{ code: 'contacts', text: 'Телефон' }],
    programme: [{ code: 'resources', text: 'Ресурсы', clause: ['прил. 2'] }],
  },
  report: { clause: ['4.6'], criteria: [{ code: 'goals', title: 'Цели', clause: ['6.1'] }] },
}

test('codes with captions become fields with the clause they had, or that of their rule', () => {
  expect(fieldsRaised(old)).toMatchObject({
    plan: {
      columns: [
        { code: 'number', kind: 'ordinal', required: false, clause: ['4.5'] },
        { code: 'activity', kind: 'activityAndForm', caption: 'Мероприятие и форма', required: true, options: [] },
      ],
    },
    application: {
      items: [{ code: 'contacts', kind: 'contacts', caption: 'Телефон', clause: ['3.3'] }],
      programme: [{ kind: 'resources', caption: 'Ресурсы', asks: ['people', 'material', 'teaching'], clause: ['прил. 2'] }],
    },
    report: { criteria: [{ code: 'goals', kind: 'goals', caption: 'Цели', clause: ['6.1'] }] },
  })
})

test('may be taken twice, and leaves what is none of it', () => {
  expect(fieldsRaised(fieldsRaised(old))).toEqual(fieldsRaised(old))
  const other = { plan: null, application: null, report: null, title: 'x' }
  expect(fieldsRaised(other)).toEqual(other)
  expect(fieldsRaised('x')).toBe('x')
})
