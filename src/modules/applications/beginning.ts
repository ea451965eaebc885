import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { capital } from '../../kernel/names.ts'
import type { OrganisationId } from '../../kernel/types.ts'
import type { Basis } from '../../regulation/cite.ts'
import { kindName, natureOf } from '../../regulation/dictionary.ts'
import { hostKinds, initiators, initiatorWord, mayInitiate } from '../../regulation/hosts/questions.ts'
import { partyOf } from '../../regulation/parties/questions.ts'
import type { Regulation } from '../../regulation/schema.ts'
import { hasStep, takesApplications, whoGrants } from '../../regulation/status/questions.ts'
import { askedFor, type FormState } from '../../ui/fields.ts'
import { organisationsToChoose } from '../organisations/choice-queries.ts'
import { regulationsInForce } from '../regulation/queries.ts'

/** On whose behalf a person may begin. */
type Able = readonly { readonly value: string; readonly label: string }[]
/** Why nobody can begin one here or now; `orders`: a status is given by an order alone. */
export type Closed = { readonly title: string; readonly text: string; readonly basis: Basis | null; readonly orders: boolean }

/** Whether the person of the context speaks for a party when an application is begun; a body without people here speaks through the office. */
export function speaksFor({ actor }: Ctx, regulation: Regulation, party: string): boolean {
  if (party === 'organisation') return actor.headsOrganisations.length > 0
  if (party === 'operator') return actor.roles.includes('methodist')
  if (party === 'authority') return actor.roles.includes('official')
  if (actor.holds.some(({ kind }) => kind === party)) return true
  return !partyOf(regulation, party)?.people && actor.roles.some((role) => role === 'methodist' || role === 'official')
}

/** What beginning one is asked about: the organisations it is for, and the role or the body in which the person begins. */
export const startSubject = (
  { territory, actor }: Ctx,
  initiator: string | undefined,
  organisationIds: readonly OrganisationId[],
) => ({
  ...{ territoryId: territory.id, organisationIds, role: initiator },
  siteId: actor.holds.find(({ kind }) => kind === initiator)?.siteId ?? null,
})

/** The same before anything is chosen: for the own organisations, or in whatever a paper lets begin. */
export async function mayStartAs({ ctx, tx }: { readonly ctx: Ctx; readonly tx: Tx }) {
  const named = (await regulationsInForce(tx, ctx)).flatMap(({ regulation }) => initiators(regulation).value)
  const held = named.find((one) => ctx.actor.holds.some(({ kind }) => kind === one))
  return startSubject(ctx, held, ctx.actor.headsOrganisations)
}

/** On whose behalf the person of the context may begin here. (C-32) */
export const initiatorsFor = (ctx: Ctx, regulation: Regulation): Able =>
  initiators(regulation)
    .value.filter((one) => speaksFor(ctx, regulation, one))
    .map((value) => ({ value, label: capital(initiatorWord(regulation, value)) }))

/** Those who are no organisations and may apply: a person, a group of people; each with the post of whoever speaks for them. */
export const peopleWhoMayApply = (regulations: readonly Regulation[]) =>
  regulations
    .filter((regulation) => takesApplications(regulation).value && mayInitiate(regulation, 'organisation').ok)
    .flatMap((regulation) =>
      hostKinds(regulation).value.flatMap((value) => {
        const nature = natureOf(regulation, value)
        const name = kindName(regulation, 'organisation', value)
        if (nature === 'organisation') return []
        return [{ value, label: capital(name), title: nature === 'person' ? name : 'руководитель объединения' }]
      }),
    )

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
    const { value: who, basis } = initiators(regulation)
    return {
      title: 'Начать заявку вы не можете',
      text: basis
        ? `Заявку подаёт: ${who.map((one) => initiatorWord(regulation, one)).join(', ')}.`
        : 'Заявку начинает руководитель организации.',
      basis,
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

/** The organisations a site may be in: any fit one for the office and whoever begins in a role, the own ones for a head. */
export function organisationsFor(tx: Tx, ctx: Ctx, { hostKinds }: Regulation, able: Able, form: FormState | null) {
  const only = able.some(({ value }) => value !== 'organisation') ? null : ctx.actor.headsOrganisations
  return organisationsToChoose(tx, ctx, { ...askedFor(form, 'organisationId'), only, kinds: hostKinds.kinds })
}
