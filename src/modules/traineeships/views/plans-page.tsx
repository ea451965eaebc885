import { shortDate } from '../../../kernel/dates.ts'
import { asId } from '../../../kernel/ids.ts'
import type { ProgrammeId } from '../../../kernel/types.ts'
import type { ThingPage } from '../../../kit/thing.ts'
import { asksIndividualPlan } from '../../../regulation/work/questions.ts'
import { Second, Table } from '../../../ui/content.ts'
import { DateField, Form, SelectField } from '../../../ui/fields.ts'
import { ButtonGroup, PageFrame, Sheet, SubmitButton } from '../../../ui/frame.ts'
import { notFound } from '../../../web/route.ts'
import { hoursText } from '../../programmes/hours-rules.ts'
import { clauseLink } from '../../regulation/clause-links.tsx'
import type { StandingSite } from '../../sites/standing-queries.ts'
import { paths } from '../paths.ts'
import { learningTogether, type PlanRow, planRows, sharedEvents } from '../plan-queries.ts'

/** One table of fields: sessions in rows, trainees in columns, a shared event across. (C-42i) */
export const plansPage: ThingPage<StandingSite> = async (site, { ctx, tx, params, form }) => {
  const programmeId = asId<ProgrammeId>(params.programme ?? '')
  const together = programmeId === null ? [] : await learningTogether(tx, ctx, site.id, programmeId)
  const [first] = together
  if (!first || programmeId === null) return notFound
  const [rows, events] = await Promise.all([
    planRows(
      tx,
      ctx,
      together.map(({ id }) => id),
    ),
    sharedEvents(tx, ctx, site.id),
  ])
  const own = asksIndividualPlan(site.regulation)
  const at = { territory: ctx.territory.code, site: site.id }
  const items = [...new Map(rows.map((row) => [row.itemId, row])).values()]
  const dayField = (row: PlanRow, name: string, label: string) =>
    row.leftOut ? (
      'нет в плане'
    ) : row.heldOn !== null ? (
      `проведено ${shortDate(row.heldOn)}`
    ) : (
      <DateField form={form} name={name} label={label} initial={row.plannedOn ? shortDate(row.plannedOn) : ''} hint={' '} />
    )
  const rowOf = (item: PlanRow, traineeshipId: string) =>
    rows.find((row) => row.itemId === item.itemId && row.traineeshipId === traineeshipId) ?? item
  const body = (
    <PageFrame
      way={[{ href: paths.siteTrainees(at), label: 'Стажёры площадки' }]}
      title={own.value ? 'Индивидуальные планы' : 'План стажировки'}
      more={`«${first.title}»: ${together.map(({ person }) => person).join(', ')}`}
      line={[own.value && 'Дни у каждого свои, вместе собираются только для общих занятий', clauseLink(ctx, own.basis?.clause)]}
      outcome="Планы не сохранены"
      form={form}
    >
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
                    <Second>{`${hoursText(item.hours)}${item.kind === 'tryOut' ? ', проба' : ''}`}</Second>
                  </>
                ),
              },
              {
                title: 'Общее мероприятие',
                cell: (item) => (
                  <SelectField
                    form={form}
                    name={`events.${item.itemId}`}
                    label={`Общее мероприятие: ${item.title}`}
                    initial={item.eventId ?? ''}
                    empty="Нет, свои дни"
                    choices={events.map((event) => ({
                      value: event.id,
                      label: `${event.title}, ${event.when}`,
                    }))}
                  />
                ),
              },
              ...(own.value
                ? together.map(({ id, person }) => ({
                    title: person,
                    cell: (item: PlanRow) => {
                      const row = rowOf(item, id)
                      return dayField(row, `days.${row.id}`, `${person}: ${item.title}`)
                    },
                  }))
                : [{ title: 'День', cell: (item: PlanRow) => dayField(item, `days.${item.itemId}`, `День: ${item.title}`) }]),
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
