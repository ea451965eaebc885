import { type Ctx, may } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { Basis } from '../../regulation/cite.ts'
import { mayInitiate } from '../../regulation/hosts/questions.ts'
import { type Initiator, initiators } from '../../regulation/kinds.ts'
import type { Regulation } from '../../regulation/schema.ts'
import { hasStep, takesApplications, whoGrants } from '../../regulation/status/questions.ts'
import { askedFor, type FormState } from '../../ui/fields.ts'
import { organisationsToChoose } from '../organisations/choice-queries.ts'

/** On whose behalf a person may begin. */
type Able = readonly { readonly value: Initiator; readonly label: string }[]
/** Why nobody can begin one here or now; `orders`: a status is given by an order alone. */
export type Closed = { readonly title: string; readonly text: string; readonly basis: Basis | null; readonly orders: boolean }

const captions: Readonly<Record<Initiator, string>> = {
  organisation: 'Организация',
  operator: 'Методический центр',
  authority: 'Орган управления образованием',
}

/** On whose behalf the person of the context may begin here. (C-32) */
export function initiatorsFor(ctx: Ctx, regulation: Regulation): Able {
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
  if (able.length === 0) return false
  const { choices, typed } = await organisationsFor(tx, ctx, regulation, able, null)
  return choices.length > 0 || typed !== null
}

/** Why not; null when one can. */
export function whyClosed(regulation: Regulation, calls: number, able: Able): Closed | null {
  const taken = takesApplications(regulation)
  if (!taken.value)
    return {
      title: 'Здесь статус дают без заявки',
      text: 'Площадки определяет тот, кто присваивает статус.',
      basis: whoGrants(regulation).basis,
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
export function organisationsFor(tx: Tx, ctx: Ctx, { hostKinds }: Regulation, able: Able, form: FormState | null) {
  const forAll = may(ctx, 'application.start') && able.some(({ value }) => value !== 'organisation')
  const only = forAll ? null : ctx.actor.headsOrganisations
  return organisationsToChoose(tx, ctx, { ...askedFor(form, 'organisationId'), only, kinds: hostKinds.kinds })
}
