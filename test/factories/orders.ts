import type { Territory } from '../../src/authz/ctx.ts'
import type { Db } from '../../src/db/pool.ts'
import { newId } from '../../src/kernel/ids.ts'
import type { Result } from '../../src/kernel/result.ts'
import type { Day, OrderId, OrganisationId, PersonId, RegulationId, SiteId } from '../../src/kernel/types.ts'
import type { Effect, EffectOf } from '../../src/kit/order/effects.ts'
import type { DraftPoint } from '../../src/kit/order/template.ts'
import { noChoices } from '../../src/kit/order/template.ts'
import { changeOrder } from '../../src/modules/orders/commands/change-order.ts'
import { draftOrder } from '../../src/modules/orders/commands/draft-order.ts'
import { submitOrder } from '../../src/modules/orders/commands/move-order.ts'
import { saveOffice } from '../../src/modules/orders/commands/save-office.ts'
import { type Signed, signOrder } from '../../src/modules/orders/commands/sign-order.ts'
import type { OrderContent } from '../../src/modules/orders/model.ts'
import { actNamed } from '../../src/regulation/acts.ts'
import type { Regulation } from '../../src/regulation/schema.ts'
import { anOrganisation, aPerson, aRegulation, aTerritory, ctxOf, inScope, type TestCtx } from '../factory.ts'
import { luga } from '../regulations.ts'

/** A territory with an office that issues orders, its regulation still a draft, and the people an order needs. */
export type Office = {
  readonly db: Db
  readonly territory: Territory
  readonly issuerId: OrganisationId
  readonly regulationId: RegulationId
  readonly signatoryId: PersonId
  readonly officialId: PersonId
  readonly signatory: TestCtx
  readonly official: TestCtx
}

export async function anOffice(
  db: Db,
  today: Day = '2021-01-28',
  regulation: Regulation = luga,
  more: Partial<Territory> = {},
): Promise<Office> {
  const territory = await aTerritory(db, today, more)
  const issuerId = await anOrganisation(db, territory, { kind: 'authority', isAuthority: true, isOperator: true })
  const regulationId = await aRegulation(db, territory, regulation)
  const signatoryId = await aPerson(db, territory, {
    familyName: 'Главная',
    roles: ['signatory'],
    post: { organisationId: issuerId, kind: 'head', title: 'председатель' },
  })
  const officialId = await aPerson(db, territory, { familyName: 'Готовая', roles: ['official'] })
  await hasOffice(db, territory, regulation, { issuerId, signatoryId })
  const [signatory, official] = [await ctxOf(db, territory, signatoryId), await ctxOf(db, territory, officialId)]
  return { db, territory, issuerId, regulationId, signatoryId, officialId, signatory, official }
}

/** Gives an organisation of a territory its office: how its papers look and who signs them. */
export const hasOffice = (
  db: Db,
  territory: Territory,
  regulation: Regulation,
  who: { issuerId: OrganisationId; signatoryId: PersonId },
): Promise<unknown> =>
  inScope(db, territory.id, (tx) =>
    saveOffice(
      tx,
      { territory },
      {
        actKind: actNamed(regulation.status.act),
        letterhead: ['Комитет образования'],
        enactingWord: 'приказываю:',
        place: null,
        numberFormat: '{n}-о',
        signatoryPost: 'Председатель комитета',
        ...who,
      },
    ),
  )

/** The same people on another day of the same territory. */
export async function onDay(office: Office, day: Day): Promise<Office> {
  const { db, territory, signatoryId, officialId } = office
  return {
    ...office,
    signatory: await ctxOf(db, territory, signatoryId, day),
    official: await ctxOf(db, territory, officialId, day),
  }
}

/** A school with a head. */
export async function aSchool(office: Office, shortName?: string): Promise<{ id: OrganisationId; headId: PersonId }> {
  const id = await anOrganisation(office.db, office.territory, shortName ? { shortName, documentName: shortName } : {})
  const headId = await aPerson(office.db, office.territory, { post: { organisationId: id, kind: 'head', title: 'директор' } })
  return { id, headId }
}

export const aPoint = (effects: readonly Effect[] = [], more: Partial<DraftPoint> = {}): DraftPoint => ({
  text: 'Сделать написанное.',
  level: 1,
  isTask: false,
  assigneeIds: [],
  startsOn: null,
  dueOn: null,
  effects,
  ...more,
})

export const aGrant = (organisationId: OrganisationId, more: Partial<EffectOf<'grantStatus'>> = {}): EffectOf<'grantStatus'> => ({
  kind: 'grantStatus',
  siteId: newId<SiteId>(),
  organisationIds: [organisationId],
  leadOrganisationId: organisationId,
  theme: 'Сетевое наставничество',
  direction: null,
  from: '2021-01-28',
  to: '2023-08-31',
  headPersonId: null,
  headGround: null,
  ...more,
})

/** Ends a status on 1 June 2021; its schools are detached and its plan stays as it is. */
export const aTermination = (siteId: SiteId, more: Partial<EffectOf<'terminateStatus'>> = {}): EffectOf<'terminateStatus'> => ({
  kind: 'terminateStatus',
  siteId,
  ground: 'школа закрыта',
  on: '2021-06-01',
  attachTo: null,
  plan: 'keep',
  caseId: null,
  ...more,
})

const contentOf = (office: Office, points: readonly DraftPoint[], more: Partial<OrderContent>): OrderContent => ({
  title: 'О стажировочных площадках',
  preamble: 'Чтобы учителя учились друг у друга',
  points,
  appendices: [],
  signatoryId: office.signatoryId,
  controllerId: office.signatoryId,
  acquaintance: 'assignees',
  publishOnSigning: false,
  ...more,
})

export function done<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}

/** A draft with these points, version 2. */
export async function aDraft(office: Office, points: readonly DraftPoint[], more: Partial<OrderContent> = {}): Promise<OrderId> {
  const { id } = done(await draftOrder(office.official, { templateCode: 'plain', issuerId: null, choices: noChoices }))
  done(await changeOrder(office.official, { orderId: id, version: 1, content: contentOf(office, points, more) }))
  return id
}

/** An order that waits for its signature, version 3. */
export async function aSubmitted(
  office: Office,
  points: readonly DraftPoint[],
  more: Partial<OrderContent> = {},
): Promise<OrderId> {
  const id = await aDraft(office, points, more)
  done(await submitOrder(office.official, { orderId: id, version: 2 }))
  return id
}

export const sign = (office: Office, orderId: OrderId, number: number | null = null): Promise<Result<Signed>> =>
  signOrder(office.signatory, { orderId, version: 3, number, effectiveOn: null })

/** A signed order with these points. */
export async function aSigned(office: Office, points: readonly DraftPoint[], more: Partial<OrderContent> = {}): Promise<OrderId> {
  const id = await aSubmitted(office, points, more)
  done(await sign(office, id))
  return id
}

/** The first order of a territory: it puts the regulation in force. */
export const theRegulationOrder = (office: Office): Promise<OrderId> =>
  aSigned(office, [aPoint([{ kind: 'approveRegulation', regulationId: office.regulationId }])])
