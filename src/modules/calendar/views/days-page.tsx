import { may } from '../../../authz/ctx.ts'
import { subjectHistory } from '../../../history/subject-history.ts'
import { longSpan } from '../../../kernel/dates.ts'
import { keysOf } from '../../../kernel/records.ts'
import { type CaseShown, casePage } from '../../../kit/case-page.tsx'
import { deedPage } from '../../../kit/deed-page.tsx'
import { DeedSheets } from '../../../kit/deed-sheets.tsx'
import { FormFields, FormPage } from '../../../kit/form/view.tsx'
import { SubjectHistory } from '../../../kit/subject-history.tsx'
import type { ThingPage, ThingRequest } from '../../../kit/thing.ts'
import { StateTag, SummaryList } from '../../../ui/content.ts'
import { Sheet } from '../../../ui/frame.ts'
import { calendarDays, type OpenDays, type theCalendar } from '../case.ts'
import { addDays, changeDays, putDaysBack, removeDays } from '../deeds.ts'
import { facts } from '../facts.ts'
import { paths } from '../paths.ts'
import { kindWords, stateTags } from '../texts.ts'

const section = 'events' as const
const home = (territory: string) => ({ href: paths.calendar({ territory }), label: 'Календарь территории' })

const load = async ({ one }: OpenDays, { ctx, tx }: ThingRequest) => ({
  history: may(ctx, 'history.view') ? await subjectHistory(tx, ctx, one.id, keysOf(facts)) : null,
})
type Shown = CaseShown<OpenDays, Awaited<ReturnType<typeof load>>>

/** Days of the calendar: what they are, and what its keepers do with them. */
export const daysPage = casePage({
  section,
  load,
  crumbs: ({ ctx }: Shown) => [home(ctx.territory.code)],
  changed: 'Пока вы смотрели, дни изменили. Прочитайте их снова',
  title: ({ one }) => one.title,
  more: ({ one }) => kindWords[one.kind],
  line: ({ one }) => [<StateTag {...stateTags[one.state]} />],
  sheets: ({ one, ctx, history }) => (
    <>
      <Sheet title="Дни">
        <SummaryList
          rows={[
            { key: 'Что это', value: kindWords[one.kind] },
            { key: 'Когда', value: longSpan(one.startsOn, one.endsOn) },
          ]}
        />
      </Sheet>
      {history && <SubjectHistory ctx={ctx} history={history} />}
    </>
  ),
  aside: {
    label: 'Что сделать',
    sheets: (shown) => <DeedSheets {...shown} deeds={[changeDays, removeDays, putDaysBack]} />,
  },
})

/** The form that corrects them. */
export const editPage = deedPage(calendarDays, changeDays, {
  section,
  title: 'Исправить дни календаря',
  more: ({ one }) => one.title,
  way: ({ territory }, { one }) => [
    home(territory.code),
    { href: paths.calendarDays({ territory: territory.code, days: one.id }), label: one.title },
  ],
  outcome: 'Календарь не исправлен',
  changed: 'дни изменил другой человек',
  buttons: { save: 'Сохранить' },
  leave: 'Не сохранять',
})

type Calendar = Awaited<ReturnType<typeof theCalendar.open>>
/** The form of new days. */
export const newPage: ThingPage<NonNullable<Calendar>> = (territory, { ctx, form, params }) => {
  const back = home(territory.code)
  const body = (
    <FormPage
      way={[back]}
      title="Внести в календарь"
      more={territory.name}
      outcome="Дни не внесены"
      form={form}
      conflict={false}
      action={addDays.address(params)}
      button="Внести"
      leave={{ href: back.href, label: 'Не вносить' }}
      wide
    >
      <FormFields of={addDays.form} form={form} begins={addDays.begins(ctx, territory)} />
    </FormPage>
  )
  return { title: 'Внести в календарь', section, body }
}
