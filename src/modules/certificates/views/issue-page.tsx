import { earlier, parseDay, shortDate } from '../../../kernel/dates.ts'
import { asId } from '../../../kernel/ids.ts'
import { byName, fullName } from '../../../kernel/names.ts'
import { workingPeriod } from '../../../kernel/periods.ts'
import { counted } from '../../../kernel/plural.ts'
import type { Day, EventId, OrganisationId } from '../../../kernel/types.ts'
import { only } from '../../../kit/form/fields.ts'
import { FormFields } from '../../../kit/form/view.tsx'
import type { ThingPage, ThingRequest } from '../../../kit/thing.ts'
import { planDivision } from '../../../regulation/work/questions.ts'
import { nb } from '../../../ui/content.ts'
import { Checkboxes, DateField, Form, SelectField } from '../../../ui/fields.ts'
import { PageFrame, Sheet, Stack, SubmitButton } from '../../../ui/frame.ts'
import { organisationChoices } from '../../organisations/queries.ts'
import { namesOf } from '../../people/name-queries.ts'
import type { StandingSite } from '../../sites/standing-queries.ts'
import { issueForm, issuePapers } from '../deeds.ts'
import type { Extent, Ready } from '../model.ts'
import { paths } from '../paths.ts'
import { readyOf } from '../queries.ts'
import { hoursText } from '../wording.ts'
import { SortLinks } from './sort-links.tsx'

/** So many are shown, and may be chosen, at once. */
const mostAtOnce = 500

/** What the page is about: what its address or its form says, else the days of the period that the site works in. */
function askedOf(site: StandingSite, { ctx, query, form }: ThingRequest): Extent & { school: OrganisationId | null } {
  const said = (name: string) => String(form?.values[name] ?? query[name] ?? '')
  const { from, to } = workingPeriod(planDivision(site.regulation), ctx.today, site.standing)
  const until = to === null ? ctx.today : earlier(to, ctx.today)
  const day = (name: string, usual: Day) => parseDay(said(name)) ?? usual
  return {
    siteId: site.id,
    eventId: asId<EventId>(said('event')),
    startsOn: day('startsOn', from),
    endsOn: day('endsOn', until),
    school: asId<OrganisationId>(said('school')),
  }
}

/** Who is ready for a paper, with everybody chosen: one press issues to all, to a school, to some. */
export const issuePage: ThingPage<StandingSite> = async (site, request) => {
  const { ctx, tx, form } = request
  const { school, ...extent } = askedOf(site, request)
  const all = await readyOf(tx, ctx, extent)
  const ids = [...new Set(all.flatMap(({ organisationId }) => organisationId ?? []))]
  const [names, schools] = await Promise.all([
    namesOf(
      tx,
      ctx,
      all.map(({ personId }) => personId),
    ),
    ids.length === 0 ? [] : organisationChoices(tx, ctx, ids),
  ])
  const schoolOf = new Map(schools.map(({ id, name }) => [id, name]))
  const people = all
    .filter(({ organisationId }) => school === null || organisationId === school)
    .map((one) => {
      const name = names.get(one.personId)
      const from = (one.organisationId && schoolOf.get(one.organisationId)) ?? ''
      return { ...one, name: name ? fullName(name) : '', from }
    })
    .sort((a, b) => byName(a.from, b.from) || byName(a.name, b.name))
  const at = { territory: ctx.territory.code, site: site.id }
  const about = all.flatMap(({ lines }) => lines).find(({ eventId }) => eventId === extent.eventId)
  const body = (
    <PageFrame
      way={[
        { href: paths.site(at), label: site.name },
        { href: paths.certificates(at), label: 'Справки и сертификаты' },
      ]}
      title="Выдать бумаги"
      more={about ? `${site.name}: «${about.title}», ${shortDate(about.day)}` : site.name}
      outcome="Бумаги не выданы"
      form={form}
    >
      {extent.eventId === null && <SortLinks at={at} sort="participation" />}
      <Stack>
        {extent.eventId === null && <Asking {...{ extent, school, schools }} action={paths.certificateIssue(at)} />}
        <Issuing {...{ site, request, extent, people }} />
      </Stack>
    </PageFrame>
  )
  return { title: `Выдать бумаги, ${site.name}`, section: 'sites', body }
}

type AskingProps = {
  extent: Extent
  school: OrganisationId | null
  schools: readonly { id: OrganisationId; name: string }[]
  action: string
}
/** For which days, and for whose people. */
const Asking = ({ extent, school, schools, action }: AskingProps) => (
  <Sheet title="За какие дни">
    <form action={action} method="get">
      <DateField form={null} name="startsOn" label="Первый день" initial={shortDate(extent.startsOn)} />
      <DateField form={null} name="endsOn" label="Последний день" initial={shortDate(extent.endsOn)} />
      {(schools.length > 1 || school !== null) && (
        <SelectField
          form={null}
          name="school"
          label="Чьи люди"
          initial={school ?? ''}
          empty="Всех организаций"
          choices={schools.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <SubmitButton kind="secondary">Показать</SubmitButton>
    </form>
  </Sheet>
)

type IssuingProps = {
  site: StandingSite
  request: ThingRequest
  extent: Extent
  people: readonly (Ready & { name: string; from: string })[]
}
function Issuing({ site, request: { ctx, form }, extent, people }: IssuingProps) {
  const shown = people.slice(0, mostAtOnce)
  if (shown.length === 0)
    return (
      <Sheet title="Готовых нет">
        <p class="govuk-body">
          {nb(
            'За эти дни нет никого, чьи часы ещё не стоят на бумаге. Готовым человек становится, когда мероприятие закрыто и его присутствие отмечено.',
          )}
        </p>
      </Sheet>
    )
  return (
    <Sheet title={`Готовы: ${counted(people.length, 'человек', 'человека', 'человек')}`}>
      {people.length > shown.length && (
        <p class="govuk-body">
          {nb(`Показаны первые ${mostAtOnce}. Выдайте им и откройте страницу снова: останутся остальные.`)}
        </p>
      )}
      <Form action={issuePapers.address({ territory: ctx.territory.code, site: site.id })} guard>
        {extent.eventId !== null && <input type="hidden" name="event" value={extent.eventId} />}
        <input type="hidden" name="startsOn" value={shortDate(extent.startsOn)} />
        <input type="hidden" name="endsOn" value={shortDate(extent.endsOn)} />
        <FormFields of={only(issueForm, 'kind')} form={form} begins={{ kind: 'note' }} />
        <Checkboxes
          form={form}
          name="people[]"
          label="Кому выдать"
          hint="Номера пойдут в этом порядке. Снимите отметку с тех, кому бумага не нужна"
          initial={shown.map(({ personId }) => personId)}
          choices={shown.map(({ personId, name, from, hours, lines }) => ({
            value: personId,
            label: name,
            more: [from, hoursText(hours), lines.length > 1 && counted(lines.length, 'мероприятие', 'мероприятия', 'мероприятий')]
              .filter(Boolean)
              .join(', '),
          }))}
        />
        <SubmitButton>Выдать отмеченным</SubmitButton>
      </Form>
    </Sheet>
  )
}
