import type { ComponentChildren } from 'preact'
import { Checkboxes, DraftState, Form, TextArea, TextField, valueOf } from '../../../ui/fields.ts'
import { Sheet, Stack, SubmitButton } from '../../../ui/frame.ts'
import { Dock } from '../../../ui/plan-table.tsx'
import { paths } from '../../../web/paths.ts'
import { namedContingent, type WrittenPart } from '../part-values.ts'
import { namedParts, resourceNames } from '../wording.ts'
import { EditFrame, type EditProps } from './edit-frame.tsx'
import { CriterionRows, LineRows } from './row-fields.tsx'

/** One part of the programme in fields. */
export function PartPage(props: EditProps & { part: WrittenPart }) {
  const { territory, sheet, form, part } = props
  const action = paths.programmePart({ territory: territory.code, programme: sheet.programme.id, part })
  const name = namedParts(sheet.regulation).find(({ code }) => code === part)!.name
  return (
    <EditFrame {...props} title={name}>
      <Form action={action} autosave={action} guard>
        <FirstButton />
        <input type="hidden" name="part" value={part} />
        <input type="hidden" name="base" value={valueOf(form, 'base')} />
        <Stack>{fields[part](props)}</Stack>
        <SaveDock />
      </Form>
    </EditFrame>
  )
}

/** Enter in a field presses the first button of a form: it must not be one that removes a row. */
export const FirstButton = () => (
  <button class="govuk-visually-hidden" type="submit" tabIndex={-1} aria-hidden="true">
    Сохранить
  </button>
)

export const SaveDock = ({ text = 'Пустые строки не сохраняются.' }: { text?: string }) => (
  <Dock
    text={
      <>
        {text} <DraftState />
      </>
    }
  >
    <SubmitButton>Сохранить</SubmitButton>
  </Dock>
)

const fields: Readonly<Record<WrittenPart, (props: EditProps) => ComponentChildren>> = {
  note: ({ form, sheet: { regulation } }) => (
    <Sheet>
      <TextField form={form} name="title" label="Название программы" />
      <TextArea form={form} name="relevance" label="Актуальность" hint="Почему программа нужна сейчас и кому" rows={6} />
      <TextArea form={form} name="aim" label="Цель" rows={3} />
      <LineRows form={form} name="tasks" label="Задачи" one="Задача" add="Добавить задачу" />
      {namedContingent(regulation).length > 0 && (
        <Checkboxes
          form={form}
          name="contingent[]"
          label="Кто будет учиться"
          choices={namedContingent(regulation).map((text) => ({ value: text, label: text }))}
        />
      )}
      <LineRows
        form={form}
        name="others"
        label={namedContingent(regulation).length > 0 ? 'Кто ещё будет учиться' : 'Кто будет учиться'}
        one="Кто"
        add="Добавить строку"
      />
      <LineRows
        form={form}
        name="directions"
        label="Направления стажировки"
        hint="Общий характер и основные направления работы"
        one="Направление"
        add="Добавить направление"
      />
    </Sheet>
  ),
  resources: ({ form }) => (
    <Sheet>
      <LineRows
        form={form}
        name="people"
        label={resourceNames.people}
        hint="Методисты, педагоги, технические специалисты: кто и сколько"
        one="Кто"
        add="Добавить строку"
      />
      <LineRows
        form={form}
        name="material"
        label={resourceNames.material}
        hint="Аудитории, оборудование, площадки для дистанционной работы"
        one="Что"
        add="Добавить строку"
      />
      <LineRows
        form={form}
        name="teaching"
        label={resourceNames.teaching}
        hint="Пособия, рабочие листы, рекомендации, в том числе электронные"
        one="Что"
        add="Добавить строку"
      />
    </Sheet>
  ),
  assessment: ({ form }) => (
    <>
      <Sheet title="Внешняя оценка образовательных результатов">{assessmentFields(form, 'external')}</Sheet>
      <Sheet title="Самооценка образовательных результатов">{assessmentFields(form, 'self')}</Sheet>
    </>
  ),
}

const assessmentFields = (form: EditProps['form'], kind: 'external' | 'self') => (
  <>
    <CriterionRows form={form} name={`${kind}.criteria`} label="Критерии" one="Критерий" add="Добавить критерий" />
    <TextArea form={form} name={`${kind}.procedure`} label="Процедура" hint="Кто, когда и как оценивает" rows={4} />
    <TextArea form={form} name={`${kind}.tools`} label="Инструменты" hint="Листы наблюдения, задания, дневники" rows={3} />
  </>
)
