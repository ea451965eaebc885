import { longDate, longPeriod, shortPeriod } from '../../../kernel/dates.ts'
import { lower } from '../../../kernel/names.ts'
import { act } from '../../../regulation/acts.ts'
import { type Fact, Facts, nb, RowLink, RowList, StateTag, SummaryList, Table, TextLink } from '../../../ui/content.ts'
import { Breadcrumbs, Columns, Notice, PageHead, Sheet, Stack } from '../../../ui/frame.ts'
import { paths } from '../../../web/paths.ts'
import { partnersOn, siteStateOn } from '../../sites/rules.ts'
import { suspensionOn } from '../../sites/standing-rules.ts'
import { stateTag } from '../../sites/state-blocks.ts'
import type { PublicActivity, PublicSite } from '../queries.ts'
import { PublicOrderLink } from './public-order-link.tsx'

type PublicSitePageProps = { site: PublicSite; activities: readonly PublicActivity[]; papers: number; hasEvents?: boolean }

/** A site as everybody may see it: only what orders and approved plans say. */
export function PublicSitePage({ site, activities, papers, hasEvents = false }: PublicSitePageProps) {
  const facts = factsOf(site, papers)
  const pause = siteStateOn(site, site.day) === 'suspended' ? suspensionOn(site.suspensions, site.day) : null
  return (
    <>
      <Breadcrumbs
        links={[
          { href: paths.register({}), label: 'Реестр' },
          { href: paths.register({}, { territory: site.territoryCode }), label: site.territoryName },
        ]}
      />
      <PageHead
        large
        kicker="Стажировочная площадка"
        title={site.name}
        more={site.theme}
        line={[
          <StateTag {...stateTag(siteStateOn(site, site.day))} />,
          longPeriod(site),
          <>
            <PublicOrderLink line={site} />
            {nb(`, п. ${site.orderPoint}`)}
          </>,
        ]}
      />
      {pause && (
        <Notice tone="late" title={`Деятельность площадки приостановлена с ${longDate(pause.from)}`}>
          <p class="govuk-body">{nb(`Так решил ${lower(pause.order)}. Статус за площадкой остаётся.`)}</p>
        </Notice>
      )}
      <Columns kind="side">
        <Stack>
          {facts.length > 0 && <Facts facts={facts} />}
          <Status site={site} />
          {activities.length > 0 && <Activities activities={activities} />}
          {hasEvents && (
            <p class="govuk-body">
              <TextLink href={paths.publicEvents({ territory: site.territoryCode })}>
                Куда можно прийти: мероприятия по дням
              </TextLink>
            </p>
          )}
        </Stack>
        <Stack label="О площадке коротко">
          {site.headName && (
            <Sheet title="Кто ведёт">
              <RowList
                rows={[
                  <>
                    <p>{site.headName}</p>
                    <p class="pl-small pl-quiet">{`руководитель площадки по ${act(site.orderKind).dative}`}</p>
                  </>,
                ]}
              />
            </Sheet>
          )}
          <Sheet title="По каким правилам">
            <p class="govuk-body pl-small">
              Статус, срок и обязанности площадки задаёт{' '}
              <TextLink href={paths.publicRegulation({ territory: site.territoryCode }, { line: site.lineId })}>
                Положение территории
              </TextLink>
              .
            </p>
          </Sheet>
        </Stack>
      </Columns>
    </>
  )
}

/** A small number of partner schools is not told: nobody should guess which they are. */
function factsOf(site: PublicSite, papers: number): Fact[] {
  const partners = partnersOn(site.partners, site.day)
  return [
    ...(partners === 0 ? [] : [{ name: 'Школ-партнёров', value: partners ?? 'меньше пяти' }]),
    ...(papers === 0 ? [] : [{ name: 'Выдано справок и сертификатов', value: papers }]),
  ]
}

function Status({ site }: { site: PublicSite }) {
  return (
    <Sheet title="Статус">
      <SummaryList
        rows={[
          {
            key: site.fullNames.length > 1 ? 'Организации' : 'Организация',
            value: (
              <>
                {site.fullNames.map((name) => (
                  <p class="govuk-body">{nb(name)}</p>
                ))}
              </>
            ),
          },
          ...(site.settlements ? [{ key: 'Где', value: `${site.settlements}, ${site.territoryName}` }] : []),
          ...(site.direction ? [{ key: 'Направление', value: site.direction }] : []),
          { key: 'Срок', value: longPeriod(site) },
          {
            key: 'Основание',
            value: (
              <>
                <PublicOrderLink line={site} />
                {nb(` от ${longDate(site.orderSignedOn)}, п. ${site.orderPoint}`)}
              </>
            ),
          },
          ...site.suspensions.map((one) => ({
            key: 'Приостановка',
            value: nb(
              one.to === null ? `с ${longDate(one.from)}; ${lower(one.order)}` : `${longPeriod(one)}; ${lower(one.order)}`,
            ),
          })),
          ...(site.endOrder ? [{ key: 'Прекращение', value: site.endOrder }] : []),
        ]}
      />
    </Sheet>
  )
}

function Activities({ activities }: { activities: readonly PublicActivity[] }) {
  return (
    <Sheet flush>
      <Table
        caption="Ближайшие мероприятия"
        rows={activities}
        even
        columns={[
          { title: 'Ближайшие мероприятия', cell: (one) => <RowLink name={one.activity} more={one.form} /> },
          {
            title: 'Когда',
            cell: (one) => (one.from === null ? 'в течение года' : shortPeriod({ from: one.from, to: one.to ?? one.from })),
          },
        ]}
      />
    </Sheet>
  )
}
