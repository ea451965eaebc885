import type { ComponentChildren } from 'preact'
import { type Ctx, may } from '../../../authz/ctx.ts'
import { longDate } from '../../../kernel/dates.ts'
import type { OrderId } from '../../../kernel/types.ts'
import { type ActKind, numberedAct } from '../../../regulation/acts.ts'
import { nb, StateTag, TextLink } from '../../../ui/content.ts'
import { Breadcrumbs, Notice, PageHead, SubNavigation } from '../../../ui/frame.ts'
import { paths } from '../../../web/paths.ts'
import type { Site } from '../queries.ts'
import { joined, siteStateOn, termWords } from '../rules.ts'
import { standingBanner, stateTag } from '../state-blocks.ts'

type OrderLinkProps = {
  territory: string
  /** What the order is the ground of. */
  by: { readonly orderId: OrderId; readonly orderKind: ActKind; readonly orderNumber: string }
  point?: string | null
}

/** «Приказ № 33, п. 1» — the ground of everything the registers say, as a link to that point. */
export function OrderLink({ territory, by, point }: OrderLinkProps) {
  return (
    <TextLink href={paths.order({ territory, order: by.orderId })}>
      {numberedAct(by.orderKind, by.orderNumber)}
      {point && nb(`, п. ${point}`)}
    </TextLink>
  )
}

type Part = 'overview' | 'status' | 'people' | 'history'

/** How a site is called: the short names of its organisations. */
export const siteName = (site: Site): string => joined(site.organisations.map((one) => one.shortName))

type SiteFrameProps = { ctx: Ctx; site: Site; part: Part; actions?: ComponentChildren; children: ComponentChildren }

/** What every page of a site begins with: the way up, name, theme, state with its ground, and the other pages. */
export function SiteFrame({ ctx, site, part, actions, children }: SiteFrameProps) {
  const territory = ctx.territory.code
  const banner = standingBanner(site, ctx.today)
  return (
    <>
      <Breadcrumbs links={[{ href: paths.sites({ territory }), label: 'Площадки' }]} />
      <PageHead
        title={siteName(site)}
        more={site.theme}
        line={[
          <StateTag {...stateTag(siteStateOn(site, ctx.today))} />,
          termWords(site, ctx.today, longDate),
          <OrderLink territory={territory} by={site} point={site.orderPoint} />,
        ]}
        actions={actions}
      />
      {banner && (
        <Notice tone="late" title={banner.title}>
          <p class="govuk-body">
            {nb(banner.text)}{' '}
            {banner.orderId && <TextLink href={paths.order({ territory, order: banner.orderId })}>Открыть решение</TextLink>}
          </p>
        </Notice>
      )}
      <SubNavigation label={nb('О площадке')} links={partsOf(ctx, site, part)} />
      {children}
    </>
  )
}

function partsOf(ctx: Ctx, site: Site, part: Part) {
  const at = { territory: ctx.territory.code, site: site.id }
  const links = [
    { href: paths.site(at), label: 'Обзор', current: part === 'overview' },
    { href: paths.siteStatus(at), label: 'Статус', current: part === 'status' },
    { href: paths.sitePeople(at), label: 'Люди', current: part === 'people' },
    ...(seesProgrammes(ctx, site) ? [{ href: paths.siteProgrammes(at), label: 'Программы', current: false }] : []),
  ]
  const seesHistory = may(ctx, 'site.viewHistory', { territoryId: ctx.territory.id, siteId: site.id })
  return seesHistory ? [...links, { href: paths.siteHistory(at), label: 'История', current: part === 'history' }] : links
}

function seesProgrammes(ctx: Ctx, site: Site): boolean {
  const organisationIds = site.organisations.map(({ id }) => id)
  return may(ctx, 'programme.view', { territoryId: ctx.territory.id, siteId: site.id, organisationIds })
}
