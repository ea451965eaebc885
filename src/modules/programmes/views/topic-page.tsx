import { nb } from '../../../ui/content.ts'
import { Form, type FormState, TextField, valueOf } from '../../../ui/fields.ts'
import { Notice, Sheet, Stack } from '../../../ui/frame.ts'
import { saveTopic } from '../deeds/write.ts'
import { hoursText, numberText } from '../hours-rules.ts'
import { topicValues } from '../part-values.ts'
import { rowsIn } from '../reshape.ts'
import { topicName } from '../wording.ts'
import { draftPage, EditFrame, editing } from './frame.tsx'
import { FirstButton, SaveDock } from './part-pages.tsx'
import { LineRows, SessionRows, TryOutRows } from './row-fields.tsx'

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
        <FirstButton />
        <Stack>
          <Sheet title="Тема">
            <TextField form={form} name="title" label="Название темы" />
            <TextField
              form={form}
              name="declaredHours"
              label="Часы темы"
              hint="Оставьте пустым: часы сложатся из занятий и проб"
              width={4}
              inputMode="decimal"
            />
            <HoursSaid form={form} />
          </Sheet>
          <Sheet title="Задачи">
            <LineRows
              form={form}
              name="teach"
              label="Научить"
              hint="Использовать методы, технологии, инструменты"
              one="Задача"
              add="Добавить строку"
            />
            <LineRows
              form={form}
              name="form"
              label="Сформировать"
              hint="Знания, понимание, способность, умение"
              one="Задача"
              add="Добавить строку"
            />
            <LineRows
              form={form}
              name="develop"
              label="Развивать"
              hint="Способности, умения, навыки"
              one="Задача"
              add="Добавить строку"
            />
          </Sheet>
          <Sheet title="Содержание работы">
            <SessionRows
              form={form}
              regulation={sheet.owner.regulation}
              name="sessions"
              label="Занятия"
              one="Занятие"
              add="Добавить занятие"
            />
            <TryOutRows
              form={form}
              name="tryOuts"
              label="Стажёрские пробы"
              hint="Задание, которое стажёр выполняет и сдаёт"
              one="Проба"
              add="Добавить пробу"
            />
          </Sheet>
          <Sheet title="Планируемые результаты">
            <LineRows
              form={form}
              name="results"
              label="Результаты"
              hint="Понимание, умение, владение, освоение"
              one="Результат"
              add="Добавить результат"
            />
          </Sheet>
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

const lists: Readonly<Record<string, string>> = {
  teach: 'Научить',
  form: 'Сформировать',
  develop: 'Развивать',
  sessions: 'Занятие',
  tryOuts: 'Проба',
  results: 'Результат',
}

/** «Занятие 2» of a field in a row. */
function placeOf(field: string): string | undefined {
  const found = /^(\w+)\.(\d+)\./.exec(field)
  return found ? `${lists[found[1]!]} ${Number(found[2]) + 1}` : undefined
}
