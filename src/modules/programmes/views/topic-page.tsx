import type { Fields } from '../../../kit/form/fields.ts'
import { rowsIn } from '../../../kit/form/flat-rows.ts'
import { FormFields } from '../../../kit/form/view.tsx'
import type { Regulation } from '../../../regulation/schema.ts'
import { nb } from '../../../ui/content.ts'
import { Form, type FormState, valueOf } from '../../../ui/fields.ts'
import { FirstButton, Notice, Sheet, Stack } from '../../../ui/frame.ts'
import { saveTopic } from '../deeds/write.ts'
import { topicFields, topicSheets } from '../fields.ts'
import { hoursText, numberText } from '../hours-rules.ts'
import { topicValues } from '../part-values.ts'
import { topicName } from '../wording.ts'
import { draftPage, EditFrame, editing } from './frame.tsx'
import { SaveDock } from './part-pages.tsx'

/** One topic in fields: objectives, sessions, try-outs, planned results. (R-A2, R-A2p) */
export const topicPage = draftPage(async (sheet, request) => {
  const index = sheet.content.topics.findIndex(({ id }) => id === request.params.topic)
  const topic = sheet.content.topics[index]
  if (!topic) return null
  const chosen = { topic: topic.id }
  const props = await editing(sheet, request, 'topic', topicValues(topic))
  const { form } = props
  const action = saveTopic.address(request.ctx, sheet, chosen)
  const body = (
    <EditFrame {...props} part="topics" title={topicName(index, topic.title)} placeOf={placeOf}>
      <Form action={action} version={saveTopic.version(sheet, chosen)} autosave={action} guard>
        <FirstButton>Сохранить</FirstButton>
        <Stack>
          {Object.entries(topicSheets).map(([title, of]) => (
            <Sheet title={title}>
              <FormFields of={of} form={form} rows={{ 'sessions.form': formChoices(sheet.owner.regulation) }} />
              {'declaredHours' in of && <HoursSaid form={form} />}
            </Sheet>
          ))}
        </Stack>
        <SaveDock text={`${sumText(form)} Пустые строки не сохраняются.`} />
      </Form>
    </EditFrame>
  )
  return { title: `Тема ${index + 1}`, body }
})

const hoursIn = (form: FormState, list: string): number =>
  rowsIn(form.values, list).reduce((sum, { hours }) => sum + (Number(String(hours ?? '').replace(',', '.')) || 0), 0)

const sumText = (form: FormState) => {
  const [sessions, tryOuts] = [hoursIn(form, 'sessions'), hoursIn(form, 'tryOuts')]
  return nb(`Занятия ${numberText(sessions)}, пробы ${numberText(tryOuts)}, всего ${hoursText(sessions + tryOuts)}.`)
}

/** A declared number of hours that differs from what was planned is said, not refused: a draft is written in any order. */
function HoursSaid({ form }: { form: FormState }) {
  const declared = valueOf(form, 'declaredHours').trim().replace(',', '.')
  const planned = hoursIn(form, 'sessions') + hoursIn(form, 'tryOuts')
  if (declared === '' || Number(declared) === planned) return null
  return (
    <Notice tone="wait" title={`Занятия и пробы дают ${hoursText(planned)}, а у темы стоит ${declared.replace('.', ',')}`}>
      <p>Поправьте часы темы или часы занятий.</p>
    </Notice>
  )
}

const formChoices = ({ forms }: Regulation) =>
  forms.catalogue.map(({ code, label, remote }) => ({
    value: code,
    label: remote ? `${label} (можно дистанционно)` : label,
  }))

/** «Занятие 2» of a field in a row. */
function placeOf(field: string): string | undefined {
  const [, name = '', row] = /^(\w+)\.(\d+)\./.exec(field) ?? []
  const found = Object.entries<Fields[string]>(topicFields).find(([one]) => one === name)?.[1]
  return found?.look.as === 'rows' ? `${found.look.one} ${Number(row) + 1}` : undefined
}
