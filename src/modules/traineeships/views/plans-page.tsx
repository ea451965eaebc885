import { earlier, later, shortDate } from '../../../kernel/dates.ts'
import { asId } from '../../../kernel/ids.ts'
import type { ProgrammeId } from '../../../kernel/types.ts'
import type { ThingPage } from '../../../kit/thing.ts'
import { asksIndividualPlan } from '../../../regulation/work/questions.ts'
import { nb, Second, Table } from '../../../ui/content.ts'
import { DateField, Form, SelectField, valueOf } from '../../../ui/fields.ts'
import { ButtonGroup, PageFrame, Sheet, SubmitButton } from '../../../ui/frame.ts'
import { notFound } from '../../../web/route.ts'
import { calendarWithin } from '../../calendar/queries.ts'
import { namedWords, oddities } from '../../calendar/rules.ts'
import { academicHours } from '../../programmes/hours-rules.ts'
import { clauseLink } from '../../regulation/clause-links.tsx'
import type { StandingSite } from '../../sites/standing-queries.ts'
import { differ } from '../form.ts'
import { paths } from '../paths.ts'
import { learningTogether, type PlanRow, planRows, sharedEvents } from '../plan-queries.ts'

/** One table of fields: sessions in rows, trainees in columns, a shared event across. (C-42i) */
export const plansPage: ThingPage<StandingSite> = async (site, { ctx, tx, params, form }) => {
  const programmeId = asId<ProgrammeId>(params.programme ?? '')
  const together = programmeId === null ? [] : await learningTogether(tx, ctx, site.id, programmeId)
  const [first] = together
  if (!first || programmeId === null) return notFound
  const rows = await planRows(
    tx,
    ctx,
    together.map(({ id }) => id),
  )
  const from = later(ctx.today, together.map(({ startsOn }) => startsOn).reduce(earlier))
  const [events, calendar] = await Promise.all([
    sharedEvents(tx, ctx, site.id, rows),
    calendarWithin(tx, ctx, { from, to: together.map(({ endsOn }) => endsOn).reduce(later) }),
  ])
  const named = namedWords(calendar)
  const own = asksIndividualPlan(site.regulation)
  const at = { territory: ctx.territory.code, site: site.id }
  const byItem = Map.groupBy(rows, ({ itemId }) => itemId)
  const items = [...new Map(rows.map((row) => [row.itemId, row])).values()]
  /** What a save may still change of a session. */
  const openOf = (item: PlanRow) =>
    (byItem.get(item.itemId) ?? []).filter((row) => !row.leftOut && !row.given && row.heldOn === null)
  /** What stands in a field before it is changed. */
  const was = (name: string, initial: string) => <input type="hidden" name={name} value={valueOf(form, name, initial)} />
  const eventField = (item: PlanRow) => {
    const of = [...new Set(openOf(item).map(({ eventId }) => eventId ?? ''))]
    const initial = of.length > 1 ? differ.events : (of[0] ?? '')
    return of.length === 0 ? (
      'проведено'
    ) : (
      <>
        {was(`wasEvents.${item.itemId}`, initial)}
        <SelectField
          form={form}
          name={`events.${item.itemId}`}
          label={`Общее мероприятие: ${item.title}`}
          initial={initial}
          empty="Нет, свои дни"
          choices={[
            ...(of.length > 1 ? [{ value: differ.events, label: 'Разные, оставить как есть' }] : []),
            ...events.map((event) => ({ value: event.id, label: `${event.title}, ${event.when}` })),
          ]}
        />
      </>
    )
  }
  /** One day for these rows: of one trainee, or of all. */
  const dayField = (of: readonly PlanRow[], name: string, label: string) => {
    const free = of.filter(({ eventId }) => eventId === null)
    if (free.length === 0) {
      const day = of[0]?.plannedOn
      return of.length === 0 ? '' : day ? `мероприятие, ${shortDate(day)}` : 'мероприятие отменено'
    }
    const planned = [...new Set(free.map(({ plannedOn }) => (plannedOn === null ? '' : shortDate(plannedOn))))]
    const initial = planned.length > 1 ? differ.days : (planned[0] ?? '')
    const odd = [...new Set(free.flatMap(({ plannedOn }) => (plannedOn ? oddities(calendar, plannedOn) : [])))]
    return (
      <>
        {was(`wasDays.${name}`, initial)}
        <DateField
          form={form}
          name={`days.${name}`}
          label={label}
          initial={initial}
          hint={
            planned.length > 1
              ? 'Дни разные: оставьте слово как есть или сотрите его, и дня не будет ни у кого'
              : odd.join('; ') || ' '
          }
        />
      </>
    )
  }
  const dayOf = (row: PlanRow | undefined, label: string) => {
    if (!row) return ''
    if (row.leftOut) return 'нет в плане'
    if (row.heldOn !== null) return `проведено ${shortDate(row.heldOn)}`
    return row.given ? 'проведено' : dayField([row], row.id, label)
  }
  const body = (
    <PageFrame
      way={[{ href: paths.siteTrainees(at), label: 'Стажёры площадки' }]}
      title={own.value ? 'Индивидуальные планы' : 'План стажировки'}
      more={`«${first.title}»: ${together.map(({ person }) => person).join(', ')}`}
      line={[own.value && 'Дни у каждого свои, вместе собираются только для общих занятий', clauseLink(ctx, own.basis?.clause)]}
      outcome="Планы не сохранены"
      form={form}
    >
      {named && <p class="govuk-body">{nb(`${named}.`)}</p>}
      <Form action={paths.traineePlans({ ...at, programme: programmeId })} guard>
        <Sheet flush>
          <Table
            caption="Занятия программы по строкам, стажёры по столбцам, в клетке день"
            rows={items}
            columns={[
              {
                title: 'Занятие',
                cell: (item) => (
                  <>
                    {item.title}
                    <Second>{`${academicHours(item.hours)}${item.kind === 'tryOut' ? ', проба' : ''}`}</Second>
                  </>
                ),
              },
              {
                title: 'Общее мероприятие',
                cell: eventField,
              },
              ...(own.value
                ? together.map(({ id, person }) => ({
                    title: person,
                    cell: (item: PlanRow) =>
                      dayOf(
                        byItem.get(item.itemId)?.find(({ traineeshipId }) => traineeshipId === id),
                        `${person}: ${item.title}`,
                      ),
                  }))
                : [{ title: 'День', cell: (item: PlanRow) => dayField(openOf(item), item.itemId, `День: ${item.title}`) }]),
            ]}
          />
        </Sheet>
        <ButtonGroup>
          <SubmitButton>Сохранить планы</SubmitButton>
        </ButtonGroup>
      </Form>
    </PageFrame>
  )
  return { title: `Планы стажёров, ${site.name}`, section: 'traineeships', body }
}
