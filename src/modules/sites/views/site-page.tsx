import type { Ctx } from '../../../authz/ctx.ts'
import { longDate, shortDate } from '../../../kernel/dates.ts'
import { fullName, lower } from '../../../kernel/names.ts'
import { counted } from '../../../kernel/plural.ts'
import { roleWord } from '../../../regulation/people/questions.ts'
import type { Regulation } from '../../../regulation/schema.ts'
import { attaches, groundText, termBasis } from '../../../regulation/status/questions.ts'
import { shownNumber } from '../../../regulation/weak-schools.ts'
import { directionLabel } from '../../../regulation/work/questions.ts'
import {
  nb,
  RowLink,
  RowList,
  Second,
  SummaryList,
  type SummaryRow,
  Table,
  TermBar,
  TextLink,
  Timeline,
} from '../../../ui/content.ts'
import { Columns, Sheet, Stack } from '../../../ui/frame.ts'
import { paths } from '../../../web/paths.ts'
import { clauseLink } from '../../regulation/clause-links.tsx'
import type { OverviewPart } from '../ports.ts'
import type { AttachedSchool, Site, SiteAppointment, SiteFact } from '../queries.ts'
import { termMeter } from '../rules.ts'
import { timelineItems } from './history-page.tsx'
import { OrderLink, SiteFrame } from './site-frame.tsx'

export type SitePageProps = {
  ctx: Ctx
  site: Site
  regulation: Regulation | null
  people: readonly SiteAppointment[]
  /** Those of the attached schools that this person may know by name, and how many others there are. */
  attached: readonly AttachedSchool[]
  unnamed: number
  parts: readonly OverviewPart[]
  facts: readonly SiteFact[] | null
}

/** A site in one place: plan against fact, schools, what is ahead, term, people, what was. */
export function SitePage(props: SitePageProps) {
  const { ctx, site, regulation, attached, unnamed, people, facts, parts } = props
  return (
    <SiteFrame ctx={ctx} site={site} part="overview" actions={parts.map(({ deeds }) => deeds)}>
      <Columns kind="side">
        <Stack>
          {parts.map(({ above }) => above)}
          {(attached.length > 0 || unnamed > 0 || (regulation && attaches(regulation).value)) && (
            <AttachedSheet ctx={ctx} attached={attached} unnamed={unnamed} />
          )}
          {parts.map(({ below }) => below)}
          <StatusSheet ctx={ctx} site={site} regulation={regulation} />
        </Stack>
        <Stack label="О площадке коротко">
          <TermSheet ctx={ctx} site={site} regulation={regulation} />
          <PeopleSheet ctx={ctx} site={site} regulation={regulation} people={people} />
          {parts.map(({ aside }) => aside)}
          {facts && (
            <Sheet
              title="Что было"
              aside={
                <a class="govuk-link pl-small" href={paths.siteHistory({ territory: ctx.territory.code, site: site.id })}>
                  Вся история
                </a>
              }
            >
              <Timeline items={timelineItems(ctx, regulation, facts)} />
            </Sheet>
          )}
        </Stack>
      </Columns>
    </SiteFrame>
  )
}

function AttachedSheet({ ctx, attached, unnamed }: { ctx: Ctx; attached: readonly AttachedSchool[]; unnamed: number }) {
  const territory = ctx.territory.code
  if (attached.length === 0 && unnamed > 0)
    return (
      <Sheet title="Закреплённые школы">
        <p class="govuk-body">
          {nb(
            `Закреплено: ${shownNumber(unnamed) ?? 'меньше пяти'}. Какие это школы, видят орган управления, методический центр и те, кто работает на площадке.`,
          )}
        </p>
      </Sheet>
    )
  if (attached.length === 0)
    return (
      <Sheet title="Закреплённые школы">
        <p class="govuk-body">Сегодня за площадкой не закреплена ни одна школа.</p>
      </Sheet>
    )
  return (
    <Sheet flush>
      <Table
        caption="Закреплённые школы"
        rows={attached}
        columns={[
          {
            title: 'Закреплённые школы',
            cell: (one) => (
              <RowLink
                href={paths.organisation({ territory, organisation: one.organisationId })}
                name={one.name}
                more={one.settlement}
              />
            ),
          },
          { title: 'Срок', cell: (one) => (one.to === null ? `с ${shortDate(one.from)}` : `по ${shortDate(one.to)}`) },
          {
            title: 'Основание',
            cell: (one) => <OrderLink territory={territory} by={one} point={one.pointNumber} />,
          },
        ]}
      />
    </Sheet>
  )
}

type Part = { ctx: Ctx; site: Site; regulation: Regulation | null }

function StatusSheet({ ctx, site, regulation }: Part) {
  const territory = ctx.territory.code
  const rows: SummaryRow[] = [
    {
      key: 'Основание',
      value: (
        <>
          <OrderLink territory={territory} by={site} point={site.orderPoint} />
          <Second>{`от ${longDate(site.orderSignedOn)}`}</Second>
        </>
      ),
    },
    ...site.extensions.map((one) => ({
      key: one.makesUp ? 'Дни приостановки' : 'Продление',
      value: (
        <>
          <OrderLink territory={territory} by={one} point={one.pointNumber} />
          <Second>{`по ${longDate(one.until)}`}</Second>
        </>
      ),
    })),
    ...(site.endOrderId
      ? [{ key: 'Прекращение', value: <EndedBy territory={territory} site={site} regulation={regulation} /> }]
      : []),
    ...(site.direction ? [{ key: 'Направление', value: directionName(regulation, site.direction) }] : []),
    {
      key: site.organisations.length > 1 ? 'Организации' : 'Организация',
      value: (
        <>
          {site.organisations.map((one) => (
            <p class="govuk-body pl-small">
              <TextLink href={paths.organisation({ territory, organisation: one.id })}>{one.fullName}</TextLink>
              {site.organisations.length > 1 && one.isLead && ', ведущая'}
            </p>
          ))}
        </>
      ),
    },
  ]
  return (
    <Sheet title="Статус">
      <SummaryList rows={rows} />
    </Sheet>
  )
}

function EndedBy({ territory, site, regulation }: { territory: string; site: Site; regulation: Regulation | null }) {
  const ground = regulation ? groundText(regulation, site.endGround) : site.endGround
  return (
    <>
      <TextLink href={paths.order({ territory, order: site.endOrderId! })}>{site.endOrder}</TextLink>
      {ground && <Second>{ground}</Second>}
    </>
  )
}

const directionName = (regulation: Regulation | null, code: string): string => directionLabel(regulation, code)

function TermSheet({ ctx, site, regulation }: Part) {
  const meter = termMeter(site, ctx.today)
  const clause = regulation && termBasis(regulation)?.clause
  const aside = clauseLink(ctx, clause)
  return (
    <Sheet title="Срок статуса" aside={aside}>
      <p class="govuk-body pl-small">{nb(termSentence(ctx, site, meter))}</p>
      {site.to && <TermBar from={site.from} to={site.to} today={ctx.today} />}
    </Sheet>
  )
}

function termSentence(ctx: Ctx, site: Site, meter: ReturnType<typeof termMeter>): string {
  if (ctx.today < site.from) return `Статус начнётся ${longDate(site.from)}`
  if (site.to === null || meter === null) return `Статус действует с ${longDate(site.from)}, последний день не назван.`
  if (ctx.today > site.to) return `Статус закончился ${longDate(site.to)}`
  const gone = `Прошло ${counted(meter.monthsGone, 'месяц', 'месяца', 'месяцев')} из ${meter.months}.`
  return meter.daysLeft === 0
    ? `${gone} Сегодня последний день.`
    : `${gone} Статус закончится через ${counted(meter.daysLeft, 'день', 'дня', 'дней')}.`
}

function PeopleSheet({ ctx, site, regulation, people }: Part & { people: readonly SiteAppointment[] }) {
  const territory = ctx.territory.code
  const now = people.filter((one) => one.from <= ctx.today && (one.to === null || ctx.today <= one.to))
  return (
    <Sheet
      title="Люди"
      aside={
        <a class="govuk-link pl-small" href={paths.sitePeople({ territory, site: site.id })}>
          {now.length > 6 ? `Все ${now.length}` : 'Назначения'}
        </a>
      }
    >
      {now.length === 0 && <p class="govuk-body pl-small">Сегодня на площадке никто не назначен.</p>}
      <RowList
        rows={now.slice(0, 6).map((one) => (
          <>
            <p>
              <TextLink href={paths.person({ territory, person: one.personId })}>{fullName(one)}</TextLink>
            </p>
            <p class="pl-small pl-quiet">
              {nb([roleWord(regulation, one.kind), one.post && lower(one.post)].filter(Boolean).join(', '))}
            </p>
          </>
        ))}
      />
    </Sheet>
  )
}
