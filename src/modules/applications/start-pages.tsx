import { type Ctx, may } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { hasStep, mayInitiate, takesApplications } from '../../regulation/application-questions.ts'
import { type Initiator, initiators } from '../../regulation/kinds.ts'
import type { Regulation } from '../../regulation/schema.ts'
import type { Answer, PageRequest } from '../../web/route.ts'
import { callsNow } from '../calls/queries.ts'
import { organisationChoices } from '../organisations/queries.ts'
import { regulationById, regulationInForce } from '../regulation/queries.ts'
import { applicationsList, type ListQuery } from './list-queries.ts'
import { NewPage, type NewPageProps } from './views/new-page.tsx'

const ownDrafts: ListQuery = { own: true, q: null, callId: null, state: 'draft', organisationId: null }

type Request = Pick<PageRequest, 'ctx' | 'tx' | 'form'> & { query?: { call?: string | undefined } }

/** Where an application begins; says why not when none can begin here or now. */
export async function newPage({ ctx, tx, form, query }: Request): Promise<Answer> {
  const stored = await regulationInForce(tx, ctx)
  const calls = await callsNow(tx, ctx)
  // A call that is open goes on under the regulation by which it was opened.
  const ofCall = calls[0] && (await regulationById(tx, ctx.territory.id, calls[0].regulationId, ctx.today))
  const regulation = (ofCall ?? stored)?.regulation ?? null
  const lines = await applicationsList(tx, ctx, ownDrafts).page(5, 0)
  const may = regulation ? initiatorsFor(ctx, regulation) : []
  const body = (
    <NewPage
      territory={ctx.territory}
      closed={regulation && whyClosed(regulation, calls.length, may)}
      calls={calls}
      chosenCall={query?.call ?? null}
      initiators={may}
      organisations={regulation ? await organisationsFor(tx, ctx, regulation, may) : []}
      drafts={lines.map(({ id, theme, lead }) => ({ id, name: theme || lead }))}
      form={form}
    />
  )
  return { title: 'Новая заявка', section: 'applications', body }
}

const captions: Readonly<Record<Initiator, string>> = {
  organisation: 'Организация',
  operator: 'Методический центр',
  authority: 'Орган управления образованием',
}

/** On whose behalf the person of the context may begin here. (C-32) */
function initiatorsFor(ctx: Ctx, regulation: Regulation): NewPageProps['initiators'] {
  const has: Readonly<Record<Initiator, boolean>> = {
    organisation: ctx.actor.headsOrganisations.length > 0,
    operator: ctx.actor.roles.includes('methodist'),
    authority: ctx.actor.roles.includes('official'),
  }
  return initiators
    .filter((one) => has[one] && mayInitiate(regulation, one).ok)
    .map((value) => ({ value, label: captions[value] }))
}

/** Whether there is an organisation the person of the context may begin an application for: one they act for, of a kind that may host. */
export async function mayStartHere(tx: Tx, ctx: Ctx, regulation: Regulation): Promise<boolean> {
  const able = initiatorsFor(ctx, regulation)
  return able.length > 0 && (await organisationsFor(tx, ctx, regulation, able)).length > 0
}

function whyClosed(regulation: Regulation, calls: number, able: NewPageProps['initiators']): NewPageProps['closed'] {
  const taken = takesApplications(regulation)
  if (!taken.value)
    return {
      title: 'Здесь статус дают без заявки',
      text: 'Площадки называет приказ.',
      basis: mayInitiate(regulation, 'organisation').basis,
      orders: true,
    }
  if (able.length === 0) {
    const verdict = initiators.map((one) => mayInitiate(regulation, one)).find(({ ok }) => !ok)
    return {
      title: 'Начать заявку вы не можете',
      text: verdict && !verdict.ok ? `${verdict.reason}.` : 'Заявку начинает руководитель организации.',
      basis: verdict?.basis ?? null,
      orders: false,
    }
  }
  if (hasStep(regulation, 'call') && calls === 0)
    return {
      title: 'Приём заявок сейчас не идёт',
      text: 'Когда он откроется, руководителям организаций придёт уведомление.',
      basis: taken.basis,
      orders: false,
    }
  return null
}

/** The organisations a site may be in: any fit one for the office, the own ones for a head. */
async function organisationsFor(tx: Tx, ctx: Ctx, { hostKinds }: Regulation, able: NewPageProps['initiators']) {
  const forAll = may(ctx, 'application.start') && able.some(({ value }) => value !== 'organisation')
  const choices = await organisationChoices(tx, ctx, forAll ? null : ctx.actor.headsOrganisations)
  return choices.filter(({ kind }) => hostKinds.kinds.includes(kind)).map(({ id, name }) => ({ value: id, label: name }))
}
