import type { JSX } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { ComponentsPage } from '../modules/dev-pages/components-page.tsx'
import { Checkboxes } from './checkboxes.tsx'
import { Clause } from './clause.tsx'
import { Conflict } from './conflict.tsx'
import { PeriodField } from './date-field.tsx'
import { ErrorPage, errorTitle } from './error-page.tsx'
import { ErrorSummary, summaryTitle } from './error-summary.tsx'
import { Form } from './form.tsx'
import { FormKey } from './hidden-key.tsx'
import { Pager, shownPages } from './pager.tsx'
import { PlanFactChart } from './plan-fact-chart.tsx'
import { SelectField } from './select-field.tsx'
import { Table } from './table.tsx'
import { TermBar } from './term-bar.tsx'
import { TextArea } from './text-area.tsx'
import { TextField } from './text-field.tsx'

const html = (element: JSX.Element) => renderToString(element).replaceAll('\u00a0', ' ')
const errors = (...fields: string[]) => fields.map((field) => ({ field, message: `поправьте ${field}` }))

test('the components page renders whole, with no inline style or script and no id twice', () => {
  const page = html(<ComponentsPage />)
  expect(page).not.toMatch(/\sstyle=|<script|javascript:|\son\w+=/)
  const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map((found) => found[1]!)
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
  const targets = [...page.matchAll(/aria-(?:describedby|labelledby)="([^"]+)"/g)].flatMap((found) => found[1]!.split(' '))
  expect(targets.filter((id) => !ids.includes(id))).toEqual([])
  expect(page).not.toMatch(/undefined|\[object|NaN/)
})

test('typed text is escaped', () => {
  const form = { values: { a: '"><script>alert(1)</script>' }, errors: [] }
  expect(html(<TextField form={form} name="a" label="Имя" />)).not.toContain('<script')
  expect(html(<TextArea form={form} name="a" label="Имя" />)).not.toContain('<script')
})

test('the title of the summary counts the places', () => {
  expect(summaryTitle('Приказ не сохранён', errors('a', 'b'))).toBe('Приказ не сохранён: поправьте два места')
  expect(summaryTitle('Приказ не сохранён', errors('a'))).toBe('Приказ не сохранён: поправьте одно место')
  expect(summaryTitle('Приказ не сохранён', errors(''))).toBe('Приказ не сохранён')
  expect(summaryTitle('План не сохранён', errors(...'abcdefghijk'))).toBe('План не сохранён: поправьте 11 мест')
})

test('each line of the summary leads to a field, with the same words at the field', () => {
  const form = { values: {}, errors: errors('lines.0.name', 'schools') }
  const page = html(
    <>
      <ErrorSummary outcome="План не сохранён" form={form} />
      <TextField form={form} name="lines.0.name" label="Мероприятие" />
      <Checkboxes form={form} name="schools[]" label="Школы" choices={[{ value: '1', label: 'Первая' }]} />
    </>,
  )
  for (const [, id] of page.matchAll(/href="#([^"]+)"/g)) expect(page).toContain(` id="${id}"`)
  expect(page.match(/поправьте lines\.0\.name/g)).toHaveLength(2)
  expect(page.match(/поправьте schools/g)).toHaveLength(2)
})

test('no errors, no summary', () => {
  expect(html(<ErrorSummary outcome="План не сохранён" form={null} />)).toBe('')
})

test('a cleared field stays clear when shown again', () => {
  const again = { values: { head: '' }, errors: [] }
  expect(html(<TextField form={again} name="head" label="Руководитель" initial="Снигур Н. А." />)).not.toContain('Снигур')
  expect(html(<TextField form={null} name="head" label="Руководитель" initial="Снигур Н. А." />)).toContain(
    'value="Снигур Н. А."',
  )
  const boxes = (
    <Checkboxes
      form={{ values: {}, errors: [] }}
      name="s[]"
      label="Школы"
      initial={['1']}
      choices={[{ value: '1', label: 'Первая' }]}
    />
  )
  expect(html(boxes)).not.toContain('checked')
})

test('the first line break of a text area survives the browser', () => {
  expect(html(<TextArea form={{ values: { t: '\nтекст' }, errors: [] }} name="t" label="Текст" />)).toContain('>\n\nтекст<')
})

test('an error of either day stands over the period and names the wrong field', () => {
  const form = { values: { from: '01.09.2021', to: '31.06.2022' }, errors: [{ field: 'to', message: 'В июне 30 дней' }] }
  const page = html(<PeriodField form={form} label="Срок" from="from" to="to" />)
  expect(page).toContain('В июне 30 дней')
  expect(page.match(/aria-invalid="true"/g)).toHaveLength(1)
})

test('choices stand under their groups', () => {
  const choices = [
    { value: '1', label: 'СОШ № 3', group: 'Школы' },
    { value: '2', label: 'Сад № 1', group: 'Детские сады' },
  ]
  const page = html(<SelectField name="o" label="Организация" choices={choices} initial="2" empty="Выберите" />)
  expect(page).toMatch(/<optgroup label="Детские сады"><option[^>]*value="2"[^>]*selected/)
})

test('every form carries the key of the page and the version it was given', () => {
  const page = html(
    <FormKey.Provider value="key.signature">
      <Form action="/orders" version={4} guard>
        .
      </Form>
    </FormKey.Provider>,
  )
  expect(page).toContain('name="_key" value="key.signature"')
  expect(page).toContain('name="_version" value="4"')
  expect(page).toMatch(/<form[^>]*novalidate/)
})

test('a clause is a link only where it can be opened', () => {
  expect(html(<Clause number="3.3" href="/regulation#3.3" />)).toContain('<a class="pl-clause" href="/regulation#3.3">п. 3.3</a>')
  expect(html(<Clause number="3.3, 4.1" of="Положения" />)).toBe('<span class="pl-clause">пп. 3.3, 4.1 Положения</span>')
})

test('the pager names the first, the last and the neighbours', () => {
  expect(shownPages(4, 9)).toEqual([1, 2, 3, 4, 5, null, 9])
  expect(shownPages(1, 2)).toEqual([1, 2])
  expect(shownPages(50, 100)).toEqual([1, null, 49, 50, 51, null, 100])
  expect(html(<Pager label="Страницы" page={1} pages={1} href={String} />)).toBe('')
})

test('a table tells how it is sorted and keeps its roles for the cards of a phone', () => {
  const columns = [
    { title: 'Площадка', cell: (row: string) => row, sort: { href: '?sort=name', now: 'ascending' as const } },
    { title: 'Число пар', short: 'Пары', cell: () => 4, numeric: true },
  ]
  const page = html(<Table caption="Площадки" columns={columns} rows={['СОШ № 3']} />)
  expect(page).toContain('aria-sort="ascending"')
  expect(page).toMatch(/role="rowheader" scope="row">СОШ № 3</)
  expect(page).toContain('data-label="Пары"')
})

test('the chart says its numbers in words and as a table', () => {
  const months = [
    { month: 9, plan: 4, done: 2, missed: 1 },
    { month: 10, plan: 1, done: 0, missed: 0 },
  ]
  const page = html(<PlanFactChart id="c" months={months} today="2021-09-20" />)
  expect(page).toContain('В плане 5, проведено 2, нет отметки 1, впереди 2')
  expect(page.match(/<tbody>.*<\/tbody>/)![0]).toMatch(/Сентябрь.*>4<.*>2<.*>1</)
})

test.each([
  ['2022-04-16', 'сегодня 16 апреля 2022 г.'],
  ['2020-01-01', 'срок ещё не начался'],
  ['2024-01-01', 'срок прошёл'],
])('the term on %s', (today, words) => {
  expect(html(<TermBar from="2021-01-28" to="2023-08-31" today={today} />)).toContain(words)
})

test('a conflict shows only what differs, the person’s own text first', () => {
  const fields = [
    { label: 'Форма', yours: 'Беседа', theirs: 'Беседа' },
    { label: 'Название', yours: 'Моё', theirs: 'Чужое' },
  ]
  const page = html(<Conflict what="план изменила Наумова Т. Я." fields={fields} />)
  expect(page).toContain('Пока вы правили, план изменила Наумова Т. Я.')
  expect(page).not.toContain('Беседа')
  expect(page.indexOf('Моё')).toBeLessThan(page.indexOf('Чужое'))
})

test.each([403, 404, 409, 413, 422, 500, 503])('the page of %i has a title, a reason and a way on', (status) => {
  const page = html(<ErrorPage status={status} ways={[{ href: '/', label: 'Реестр площадок' }]} />)
  expect(page).toMatch(/<h1[^>]*>[А-Я]/)
  expect(page).toMatch(/<p class="govuk-body">[А-Я]/)
  expect(page).toContain('href="/"')
  expect(errorTitle(status)).not.toBe('')
})

test('a refusal is titled by its own rule', () => {
  expect(errorTitle(403, ['Проект приказа видят те, кто его готовит и подписывает'])).toMatch(/^Проект приказа/)
})
