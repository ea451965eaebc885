import type { ComponentChildren } from 'preact'
import { Second, StateTag } from '../../ui/content.ts'
import { Form, type FormState } from '../../ui/fields.ts'
import { SubmitButton } from '../../ui/frame.ts'
import { Dock, type PlanColumn, PlanDates, PlanMoreRow, PlanRow, PlanSelect, PlanTable, PlanText } from '../../ui/plan-table.tsx'
import { Sample } from './sample.tsx'

const columns: PlanColumn[] = [
  { kind: 'name', title: 'Мероприятие' },
  { kind: 'form', title: 'Форма работы' },
  { kind: 'date', title: 'Сроки проведения' },
  { kind: 'who', title: 'Ответственный' },
  { kind: 'fact', title: 'Отчёт о выполнении' },
]
const forms = ['Открытый урок', 'Обмен опытом', 'Беседа'].map((label) => ({ value: label, label }))
const people = ['Снигур Н. А.', 'Ветрова М. О.'].map((label) => ({ value: label, label }))
const typed: FormState = {
  values: { 'lines.1.name': '', 'lines.1.form': 'Беседа', 'lines.1.from': '31.06.2022', 'lines.1.to': '', 'lines.1.who': '' },
  errors: [
    { field: 'lines.1.name', message: 'Напишите мероприятие' },
    { field: 'lines.1.from', message: 'Начало: в июне 30 дней' },
    { field: 'lines.1.who', message: 'Выберите ответственного' },
  ],
}

function editable(row: number, index: number, form: FormState | null, fact: ComponentChildren) {
  const name = (field: string) => `lines.${index}.${field}`
  return [
    <PlanText form={form} name={name('name')} label="Мероприятие" row={row} initial="Алгебра, 8 класс: задачи на проценты" />,
    <PlanSelect form={form} name={name('form')} label="Форма работы" row={row} initial="Открытый урок" choices={forms} />,
    <PlanDates
      form={form}
      label="Сроки проведения"
      row={row}
      from={{ name: name('from'), initial: '19.04.2022' }}
      to={{ name: name('to'), initial: '19.04.2022' }}
    />,
    <PlanSelect form={form} name={name('who')} label="Ответственный" row={row} initial="Ветрова М. О." choices={people} />,
    fact,
  ]
}

export function PlanSamples() {
  const ahead = <StateTag tone="calm" word="Впереди" />
  const held = (
    <>
      <StateTag tone="ok" word="Проведено" />
      <Second>
        <a class="govuk-link" href="#main">
          участников — 9
        </a>
      </Second>
    </>
  )
  return (
    <Sample name="План-график">
      <Form action="#main" guard label="План">
        <PlanTable caption="Мероприятия плана" columns={columns} editable>
          <PlanRow
            number={1}
            kind="held"
            columns={columns}
            cells={[
              'Совет руководителей четырёх школ: что мешает и с чего начать',
              'Обмен опытом',
              '14.09.2021',
              'Снигур Н. А.',
              held,
            ]}
            remove={null}
          />
          <PlanMoreRow span={7}>
            Строки 2–13 проведены, отчёты на месте.{' '}
            <a class="govuk-link" href="#main">
              Показать двенадцать строк
            </a>
          </PlanMoreRow>
          <PlanRow
            number={14}
            kind="changed"
            columns={columns}
            cells={editable(14, 0, null, ahead)}
            remove={{ name: 'drop', value: '0' }}
          />
          <PlanRow
            number={15}
            kind="new"
            columns={columns}
            cells={editable(15, 1, typed, <span class="pl-quiet">Придёт из отчёта о выполнении</span>)}
            remove={{ name: 'drop', value: '1' }}
          />
        </PlanTable>
        <div class="pl-bar">
          <SubmitButton kind="secondary" name="add" value="1">
            Добавить строку
          </SubmitButton>
          <p class="pl-small pl-quiet">15 строк: 13 проведено, 2 впереди</p>
        </div>
        <Dock text="Две правки не отправлены. Черновик сохранён в 14:32.">
          <SubmitButton name="then" value="submit">
            Отправить на согласование
          </SubmitButton>
          <SubmitButton kind="secondary">Сохранить черновик</SubmitButton>
        </Dock>
      </Form>
    </Sample>
  )
}
