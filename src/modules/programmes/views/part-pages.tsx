import type { ComponentChildren } from 'preact'
import { asked } from '../../../kit/form/fields.ts'
import { OwnFields } from '../../../kit/form/own-fields.tsx'
import { FormFields } from '../../../kit/form/view.tsx'
import { ownSections } from '../../../regulation/intake/questions.ts'
import { asksMeasurements, asksTryOuts } from '../../../regulation/work/questions.ts'
import { nb } from '../../../ui/content.ts'
import { DraftState, Form } from '../../../ui/fields.ts'
import { FirstButton, Sheet, Stack, SubmitButton } from '../../../ui/frame.ts'
import { Dock } from '../../../ui/plan-table.tsx'
import { hoursToAttend, sessionsOf, tryOutsOf } from '../completion-rules.ts'
import { partSaves } from '../deeds/write.ts'
import { assessedFields, completionFields, noteFields, resourcesFields } from '../fields.ts'
import { hoursText } from '../hours-rules.ts'
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
  completion: ({ form, sheet: { content, owner } }) => {
    const chosen = (all: readonly { id: string; title: string; hours: number }[]) =>
      all.map(({ id, title, hours }) => ({ value: id, label: title || 'без названия', more: hoursText(hours) }))
    const [sessions, tryOuts] = [sessionsOf(content), tryOutsOf(content)]
    const assesses = asksTryOuts(owner.regulation).value && tryOuts.length > 0
    const items = assesses ? sessions : [...sessions, ...tryOuts]
    const of = asked(completionFields, {
      ...(items.length === 0 && { sessions: false as const }),
      ...(!assesses && { tryOuts: false as const, level: false as const }),
      ...(!asksMeasurements(owner.regulation).value && { exit: false as const }),
    })
    return (
      <Sheet>
        <p class="govuk-body">
          {nb(
            'Положение этих условий не ставит: их ставит программа. Кто их выполнит, получит справку или сертификат об освоении; остальным дают бумагу об участии. Если ничего не поставить, бумаги об освоении по этой редакции не дают. Кто уже стажируется, остаётся при условиях своей редакции.',
          )}
        </p>
        <p class="govuk-body">{nb(`Сейчас в занятиях и пробах программы ${hoursText(hoursToAttend(content))}.`)}</p>
        {!assesses && <input type="hidden" name="level" value="hidden" />}
        <FormFields of={of} form={form} rows={{ sessions: chosen(items), tryOuts: chosen(tryOuts) }} />
      </Sheet>
    )
  },
  assessment: ({ form }) =>
    (['external', 'self'] as const).map((kind) => (
      <Sheet title={assessmentNames[kind]}>
        <FormFields of={assessedFields} form={form} within={`${kind}.`} />
      </Sheet>
    )),
}
