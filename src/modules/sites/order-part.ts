import { sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { addMonths, shortPeriod } from '../../kernel/dates.ts'
import { fullName, type NameParts } from '../../kernel/names.ts'
import { academicYears, periodAt, periodName } from '../../kernel/periods.ts'
import type { Day, OrderId, Period, SiteId } from '../../kernel/types.ts'
import type { NamedRow } from '../../kit/order/effect-props.ts'
import { ofKind } from '../../kit/order/effects.ts'
import type { AppendixKind, OrderPart, Revoking } from '../../kit/order/parts.ts'
import { documentName } from '../../kit/order/registers.ts'
import type { Choices } from '../../kit/order/template.ts'
import { unlike } from '../../kit/order/unlike.ts'
import { signersBeside } from '../../regulation/status/questions.ts'
import { refreshRegisterEntries, refreshRegisterOfOrder } from './commands/refresh-register.ts'
import { undoOrder } from './commands/undo-order.ts'
import { appoint } from './effects/appoint/effect.tsx'
import { appointCoordinator, appointMethodist } from './effects/appoint/templates.ts'
import { attachOrganisations, attachSchools } from './effects/attach-organisations/effect.ts'
import { detachOrganisations } from './effects/detach-organisations/effect.ts'
import { endAppointment } from './effects/end-appointment/effect.ts'
import { extendStatus, extendStatusTemplate } from './effects/extend-status/effect.ts'
import { grantStatus } from './effects/grant-status/effect.tsx'
import { approveSiteList, designateJointSite, designateSites } from './effects/grant-status/templates.ts'
import { siteRows, sitesNamed } from './effects/read-rows.ts'
import { resumeStatus, resumeStatusTemplate } from './effects/resume-status/effect.ts'
import { regulationOf } from './effects/standing-checks.ts'
import { suspendStatus, suspendStatusTemplate } from './effects/suspend-status/effect.ts'
import { terminateStatus, terminateStatusTemplate } from './effects/terminate-status/effect.tsx'

/** What a revoked order did to sites and what therefore ends. */
const revokingSites: Revoking = {
  undone(orderId, registers) {
    const runs = (one: { orderId: OrderId | null; to: Day | null }) =>
      one.orderId === orderId && (one.to === null || one.to >= registers.effectiveOn)
    const sites = [...registers.sites.values()].filter(runs).map((site) => `Статус площадки: ${site.name}`)
    const schools = registers.attachments.filter(runs).length
    const people = [...registers.appointments.values()].filter(runs).length
    return [...sites, ...(schools > 0 ? [`Закрепления школ: ${schools}`] : []), ...(people > 0 ? [`Назначения: ${people}`] : [])]
  },
  undo: undoOrder,
}

/** A term that is an academic year, or begins in it before September, is called by its name. */
function termWords(period: Period): string {
  if (period.to === null) return shortPeriod(period)
  const { key, from, to } = periodAt(academicYears, period.to, period)
  const isYear = period.to === to && period.from <= from && period.from >= addMonths(from, -3)
  return isYear ? periodName(key) : shortPeriod(period)
}

/** «№ / учреждение / тема / сроки проведения» and «№ п/п / школы-стажировочные площадки / школы с низкими результатами»: a row per site. (L-O3, C-O1) */
const siteAppendices: readonly AppendixKind[] = [
  {
    content: 'sites',
    name: 'Перечень площадок',
    title: 'Перечень стажировочных площадок',
    needs: 'grantStatus',
    columns: ['№', 'Учреждение', 'Тема', 'Сроки проведения'],
    rows: (registers) =>
      ofKind(registers.effects, 'grantStatus').map((effect, index) => [
        [`${index + 1}`],
        effect.organisationIds.map((id) => documentName(registers, id)),
        [effect.theme],
        [termWords(effect)],
      ]),
  },
  {
    content: 'attachments',
    name: 'Список закреплённых школ',
    title: 'Список сетевого партнёрства',
    needs: 'attachOrganisations',
    columns: ['№ п/п', 'Школы — стажировочные площадки', 'Школы с низкими результатами обучения'],
    rows(registers) {
      const schools = new Map<string, string[]>()
      for (const { siteId, organisationIds } of ofKind(registers.effects, 'attachOrganisations')) {
        const names = organisationIds.map((id) => documentName(registers, id))
        schools.set(siteId, [...(schools.get(siteId) ?? []), ...names])
      }
      return [...schools].map(([siteId, names], index) => [
        [`${index + 1}`],
        (registers.sites.get(siteId)?.organisationIds ?? []).map((id) => documentName(registers, id)),
        names,
      ])
    },
  },
]

declare module '../../kit/order/effect-props.ts' {
  interface OrderChoices {
    readonly sites: readonly NamedRow[]
    readonly appointments: readonly (NamedRow & { readonly kind: string })[]
  }
}
declare module '../../kit/order/template.ts' {
  interface SettingRows {
    /** The site it is about. */
    readonly site: { readonly name: string; readonly from: Day; readonly to: Day | null } | null
  }
}

/** Sites and appointments an order may name, each list sorted as people look for it. */
async function siteChoices(tx: Tx, ctx: Ctx) {
  return { sites: unlike(await sitesOf(tx, ctx)), appointments: await appointmentsOf(tx, ctx) }
}

/** The site templates are written about. */
async function siteSetting(tx: Tx, ctx: Ctx, { siteId }: Choices) {
  const [site] = siteId === null ? [] : await sitesNamed(tx, ctx, { organisations: [], sites: [siteId], orders: [] })
  return { site: site ?? null, ...(site && { under: site.regulationId }) }
}

async function sitesOf(tx: Tx, ctx: Ctx): Promise<NamedRow[]> {
  const { rows } = await sql<NamedRow>`select site_id as id, short_name || ': ' || theme as label from register_entries
    where territory_id = ${ctx.territory.id} and (ends_on is null or ends_on >= ${ctx.today})
    order by short_name collate "ru-kn", site_id`.execute(tx)
  return rows
}

async function appointmentsOf(tx: Tx, ctx: Ctx): Promise<(NamedRow & { kind: string })[]> {
  const { rows } = await sql<NameParts & { id: string; kind: string; site: string | null }>`
    select a.id, a.kind, e.short_name as site, p.family_name, p.given_name, p.patronymic
    from appointments a join people p on p.territory_id = a.territory_id and p.id = a.person_id
      left join register_entries e on e.territory_id = a.territory_id and e.site_id = a.site_id
    where a.territory_id = ${ctx.territory.id} and a.kind <> 'expert' and (a.ends_on is null or a.ends_on >= ${ctx.today})
    order by p.family_name collate "ru-kn", p.given_name, a.id`.execute(tx)
  return rows.map(({ id, kind, site, ...name }) => ({
    id,
    kind,
    label: [fullName(name), site].filter((part) => part !== null).join(', '),
  }))
}

const changes = {
  extendStatus: 'extension',
  suspendStatus: 'suspension',
  resumeStatus: 'resumption',
  terminateStatus: 'termination',
} as const

/** A paper about a status is signed by all whom the regulation names for it. */
const together: OrderPart['together'] = (effect, registers) => {
  if (effect.kind === 'grantStatus') return registers.judgedBy ? signersBeside(registers.judgedBy.regulation, 'grant') : []
  if (
    effect.kind !== 'extendStatus' &&
    effect.kind !== 'suspendStatus' &&
    effect.kind !== 'resumeStatus' &&
    effect.kind !== 'terminateStatus'
  )
    return []
  const site = registers.sites.get(effect.siteId)
  const regulation = site && regulationOf(site, registers)
  return regulation ? signersBeside(regulation, changes[effect.kind]) : []
}

/** What orders do to sites: statuses, schools, people. */
export const sitesInOrders: OrderPart = {
  together,
  effects: [
    grantStatus,
    attachOrganisations,
    appoint,
    extendStatus,
    suspendStatus,
    resumeStatus,
    terminateStatus,
    detachOrganisations,
    endAppointment,
  ],
  templates: [
    designateSites,
    designateJointSite,
    approveSiteList,
    attachSchools,
    appointCoordinator,
    appointMethodist,
    extendStatusTemplate,
    suspendStatusTemplate,
    resumeStatusTemplate,
    terminateStatusTemplate,
  ],
  appendices: siteAppendices,
  registers: siteRows,
  editionOf: (id, { sites, appointments }) => sites.get(appointments.get(id)?.siteId ?? id)?.regulationId,
  revoking: revokingSites,
  choices: siteChoices,
  setting: siteSetting,
  published: refreshRegisterOfOrder,
  touched: (tx, ctx, siteIds) => refreshRegisterEntries(tx, ctx, siteIds as readonly SiteId[]),
}
