import type { ComponentChildren } from 'preact'
import { asked } from '../../../kit/form/fields.ts'
import { OwnFields } from '../../../kit/form/own-fields.tsx'
import { FormFields } from '../../../kit/form/view.tsx'
import { ownSections } from '../../../regulation/intake/questions.ts'
import { DraftState, Form } from '../../../ui/fields.ts'
import { FirstButton, Sheet, Stack, SubmitButton } from '../../../ui/frame.ts'
import { Dock } from '../../../ui/plan-table.tsx'
import { partSaves } from '../deeds/write.ts'
import { assessedFields, noteFields, resourcesFields } from '../fields.ts'
import { namedContingent, partValues, type WrittenPart } from '../part-values.ts'
import { assessmentNames, namedParts } from '../wording.ts'
import { draftPage, EditFrame, type EditProps, editing } from './frame.tsx'

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
          <FirstButton>Сохранить</FirstButton>
          <Stack>{fields[code](props)}</Stack>
          <SaveDock />
        </Form>
      </EditFrame>
    )
    return { title: part.name, body }
  })

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
  note: ({ form, sheet: { owner } }) => {
    const named = namedContingent(owner.regulation).map((text) => ({ value: text, label: text }))
    const { contingent } = noteFields
    const of = named.length > 0 ? noteFields : asked(noteFields, { contingent: false, others: { label: contingent.label } })
    return (
      <Sheet>
        <FormFields of={of} form={form} rows={{ contingent: named }} />
      </Sheet>
    )
  },
  resources: ({ form }) => (
    <Sheet>
      <FormFields of={resourcesFields} form={form} />
    </Sheet>
  ),
  own: ({ form, sheet: { owner } }) => (
    <Sheet>
      <OwnFields of={ownSections(owner.regulation)} form={form} values={{}} />
    </Sheet>
  ),
  assessment: ({ form }) =>
    (['external', 'self'] as const).map((kind) => (
      <Sheet title={assessmentNames[kind]}>
        <FormFields of={assessedFields} form={form} within={`${kind}.`} />
      </Sheet>
    )),
}
