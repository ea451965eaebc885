import type { ComponentChildren } from 'preact'
import { OwnFields } from '../../../kit/form/own-fields.tsx'
import { ownSections } from '../../../regulation/intake/questions.ts'
import { Checkboxes, DraftState, Form, TextArea, TextField } from '../../../ui/fields.ts'
import { Sheet, Stack, SubmitButton } from '../../../ui/frame.ts'
import { Dock } from '../../../ui/plan-table.tsx'
import { partSaves } from '../deeds/write.ts'
import { namedContingent, partValues, type WrittenPart } from '../part-values.ts'
import { namedParts, resourceNames } from '../wording.ts'
import { draftPage, EditFrame, type EditProps, editing } from './frame.tsx'
import { CriterionRows, LineRows } from './row-fields.tsx'

const isWritten = (code: string | undefined): code is WrittenPart => code !== undefined && code in partSaves

/** One part of the programme in fields. */
export const partPage = (code: string | undefined) =>
  draftPage(async (sheet, request) => {
    const part = isWritten(code) && namedParts(sheet.owner.regulation).find((one) => one.code === code)
    if (!part || !isWritten(code)) return null
    const props = await editing(sheet, request, code, partValues(code, sheet))
    const action = partSaves[code].address(request.ctx, sheet)
    const body = (
      <EditFrame {...props} part={code} title={part.name}>
        <Form action={action} version={partSaves[code].version(sheet)} autosave={action} guard>
          <FirstButton />
          <Stack>{fields[code](props)}</Stack>
          <SaveDock />
        </Form>
      </EditFrame>
    )
    return { title: part.name, body }
  })

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
  note: ({
    form,
    sheet: {
      owner: { regulation },
    },
  }) => (
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
  own: ({ form, sheet: { owner } }) => (
    <Sheet>
      <OwnFields of={ownSections(owner.regulation)} form={form} values={{}} />
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
