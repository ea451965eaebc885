import { type Ctx, may } from '../../../authz/ctx.ts'
import { later, longDate, shortDate, shortPeriod } from '../../../kernel/dates.ts'
import { fullName } from '../../../kernel/names.ts'
import { coordinatorRule, headRule, onlyByOrder, role, roleWord } from '../../../regulation/people/questions.ts'
import type { Regulation } from '../../../regulation/schema.ts'
import { type Column, nb, RowLink, Second, SummaryList, Table, TextLink } from '../../../ui/content.ts'
import { DateField, Form, type FormState, PeriodField, SelectField, TextField } from '../../../ui/fields.ts'
import { ButtonGroup, Columns, ErrorSummary, Sheet, Stack, SubmitButton } from '../../../ui/frame.ts'
import { paths } from '../../../web/paths.ts'
import { clauseLink } from '../../regulation/clause-links.tsx'
import { type Candidate, mostOfOneName } from '../candidates.ts'
import type { Site, SiteAppointment } from '../queries.ts'
import { headGives, isStaff, staffRoles } from '../rules.ts'
import { siteIsOpen } from '../standing-rules.ts'
import { OrderLink, SiteFrame } from './site-frame.tsx'

type PeoplePageProps = {
  ctx: Ctx
  site: Site
  regulation: Regulation
  people: readonly SiteAppointment[]
  candidates: readonly Candidate[]
  /** More bear the name that was asked for. */
  isCut: boolean
  asked: string
  form: FormState | null
}

/** Everyone appointed on a site, and a form to appoint one more where the person may. */
export function PeoplePage(props: PeoplePageProps) {
  const { ctx, site, people, form } = props
  const appoints =
    siteIsOpen(site, ctx.today).ok && may(ctx, 'site.appointStaff', { territoryId: ctx.territory.id, siteId: site.id })
  const choices = appoints ? rolesToGive(props) : []
  return (
    <SiteFrame ctx={ctx} site={site} part="people">
      <ErrorSummary outcome="Назначение не записано" form={form} />
      <Columns kind="form">
        <Stack>
          <PeopleTable {...props} people={people.filter((one) => one.to === null || one.to >= ctx.today)} caption="Назначены" />
          {people.some((one) => one.to !== null && one.to < ctx.today) && (
            <PeopleTable
              {...props}
              people={people.filter((one) => one.to !== null && one.to < ctx.today)}
              caption="Были назначены"
            />
          )}
        </Stack>
        {choices.length > 0 && (
          <Stack label="Новое назначение">
            <AppointSheet {...props} choices={choices} />
            <SearchSheet {...props} />
          </Stack>
        )}
      </Columns>
    </SiteFrame>
  )
}

/** Roles the person may give here: those of the regulation, and of them a head of a site only those left to heads. */
function rolesToGive({ ctx, site, regulation }: PeoplePageProps) {
  const subject = { territoryId: ctx.territory.id, siteId: site.id }
  const isOffice = may(ctx, 'site.appointHead', subject)
  const staff = staffRoles(regulation).filter(({ kind }) => isOffice || headGives(regulation, kind))
  const head = isOffice && role(regulation, 'head').value !== null && !onlyByOrder(regulation, 'head').value
  const coordinator = coordinatorRule(regulation).value !== null && may(ctx, 'site.appointCoordinator', subject)
  return [
    ...(head ? [{ value: 'head', label: roleWord(regulation, 'head') }] : []),
    ...(coordinator ? [{ value: 'coordinator', label: roleWord(regulation, 'coordinator') }] : []),
    ...staff.map(({ kind, word }) => ({ value: kind, label: word })),
  ]
}

function PeopleTable(props: PeoplePageProps & { caption: string }) {
  const { people, caption, ctx } = props
  if (people.length === 0)
    return (
      <Sheet title={caption}>
        <p class="govuk-body">{nb(`На ${longDate(ctx.today)} никто не назначен.`)}</p>
      </Sheet>
    )
  return (
    <Sheet flush>
      <Table caption={caption} showCaption columns={columnsOf(props)} rows={people} />
    </Sheet>
  )
}

function columnsOf({ ctx, site, regulation }: PeoplePageProps): Column<SiteAppointment>[] {
  const territory = ctx.territory.code
  const columns: Column<SiteAppointment>[] = [
    {
      title: 'Человек',
      cell: (one) => <RowLink href={paths.person({ territory, person: one.personId })} name={fullName(one)} more={one.post} />,
    },
    { title: 'Роль', cell: (one) => roleWord(regulation, one.kind) },
    { title: 'Срок', cell: (one) => shortPeriod(one) },
    { title: 'Основание', cell: (one) => <Ground territory={territory} one={one} /> },
  ]
  const canEnd = (one: SiteAppointment) =>
    one.orderId === null && siteIsOpen(site, ctx.today).ok && (one.to === null || one.to >= ctx.today) && mayEnd(ctx, site, one)
  return [
    ...columns,
    {
      title: 'Закончить',
      quiet: true,
      cell: (one) =>
        canEnd(one) && (
          <TextLink href={paths.appointmentEnd({ territory, site: site.id, appointment: one.id })} of={fullName(one)}>
            Закончить
          </TextLink>
        ),
    },
  ]
}

function mayEnd(ctx: Ctx, site: Site, { kind }: SiteAppointment): boolean {
  const permission = isStaff(kind) ? 'site.appointStaff' : 'site.appointHead'
  return may(ctx, permission, { territoryId: ctx.territory.id, siteId: site.id })
}

function Ground({ territory, one }: { territory: string; one: SiteAppointment }) {
  if (one.orderId === null) return <>{nb(one.ground ?? 'без документа')}</>
  return (
    <>
      <OrderLink
        territory={territory}
        by={{ orderId: one.orderId, orderKind: one.orderKind!, orderNumber: one.orderNumber! }}
        point={one.pointNumber}
      />
      {one.ground && <Second>{one.ground}</Second>}
    </>
  )
}

type AppointSheetProps = PeoplePageProps & { choices: readonly { value: string; label: string }[] }

function AppointSheet({ ctx, site, regulation, candidates, isCut, form, choices }: AppointSheetProps) {
  const at = { territory: ctx.territory.code, site: site.id }
  return (
    <Sheet title="Назначить">
      <Form action={paths.siteAppointments(at)} guard>
        <SelectField form={form} name="kind" label="Роль" empty="Выберите" choices={choices} />
        <HeadRule ctx={ctx} regulation={regulation} shown={choices.some((one) => one.value === 'head')} />
        <SelectField
          form={form}
          name="personId"
          label="Человек"
          hint={
            isCut
              ? `Из найденных показаны первые ${mostOfOneName}: допишите имя и отчество, чтобы найти точнее`
              : 'Люди площадки и методисты; другого сначала найдите по фамилии'
          }
          empty="Выберите"
          choices={candidates.map((one) => ({ value: one.id, label: [fullName(one), one.post].filter(Boolean).join(', ') }))}
        />
        <PeriodField
          form={form}
          label="Срок"
          hint={nb(
            site.to
              ? `Без последнего дня назначение длится, как статус, по ${longDate(site.to)}`
              : 'Последний день можно не писать',
          )}
          from="startsOn"
          to="endsOn"
          initialFrom={shortDate(later(ctx.today, site.from))}
        />
        <TextField form={form} name="ground" label="Основание" hint="Если есть: протокол, документ школы" />
        <SubmitButton>Назначить</SubmitButton>
      </Form>
    </Sheet>
  )
}

/** Brings people from elsewhere into the list of the form. */
function SearchSheet({ ctx, site, asked }: PeoplePageProps) {
  return (
    <Sheet title="Найти другого человека">
      <form action={paths.sitePeople({ territory: ctx.territory.code, site: site.id })} method="get">
        <TextField name="name" label="Фамилия" hint="Найденные встанут в список «Человек»" initial={asked} />
        <SubmitButton kind="secondary">Найти</SubmitButton>
      </form>
    </Sheet>
  )
}

/** What the regulation asks of a head, before anyone is chosen. */
function HeadRule({ ctx, regulation, shown }: { ctx: Ctx; regulation: Regulation; shown: boolean }) {
  const clause = headRule(regulation).basis?.clause
  if (!shown || clause === undefined) return null
  return <p class="govuk-body pl-small">Кто может руководить площадкой: {clauseLink(ctx, clause)}</p>
}

type EndingPageProps = { ctx: Ctx; site: Site; regulation: Regulation; appointment: SiteAppointment; form: FormState | null }

/** Asks for the last day of an appointment. */
export function EndingPage({ ctx, site, regulation, appointment, form }: EndingPageProps) {
  const at = { territory: ctx.territory.code, site: site.id }
  return (
    <SiteFrame ctx={ctx} site={site} part="people">
      <ErrorSummary outcome="Назначение не закончено" form={form} />
      <Sheet title="Закончить назначение">
        <SummaryList
          rows={[
            { key: 'Человек', value: fullName(appointment) },
            { key: 'Роль', value: roleWord(regulation, appointment.kind) },
            { key: 'Срок', value: shortPeriod(appointment) },
          ]}
        />
        <Form action={paths.appointmentEnd({ ...at, appointment: appointment.id })}>
          <DateField form={form} name="endsOn" label="Последний день" initial={shortDate(ctx.today)} />
          <ButtonGroup>
            <SubmitButton>Закончить</SubmitButton>
            <TextLink href={paths.sitePeople(at)}>Оставить как есть</TextLink>
          </ButtonGroup>
        </Form>
      </Sheet>
    </SiteFrame>
  )
}
