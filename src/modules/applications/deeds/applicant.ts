import { type Acting, may } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import { transact } from '../../../db/transact.ts'
import { recordAll } from '../../../history/record.ts'
import { newId } from '../../../kernel/ids.ts'
import { ok, type Result, refuse, refuseRule } from '../../../kernel/result.ts'
import type { OrganisationId } from '../../../kernel/types.ts'
import { inBrackets } from '../../../regulation/cite.ts'
import { mayHost } from '../../../regulation/hosts/questions.ts'
import { storeOrganisations } from '../../organisations/commands/register-organisation.ts'
import { organisationsAlike } from '../../organisations/likeness-queries.ts'
import { organisationChoices } from '../../organisations/queries.ts'
import { checkOrganisation } from '../../organisations/rules.ts'
import { storePosts } from '../../people/commands/posts.ts'
import { recordOf } from '../../people/queries.ts'
import { lockPerson } from '../../people/subject-queries.ts'
import { regulationsInForce } from '../../regulation/queries.ts'
import { peopleWhoMayApply } from '../beginning.ts'

const nothing = { documentName: null, settlement: null, address: null, phone: null, email: null, website: null }

type Applicant = { readonly kind: string; readonly name: string; readonly another: boolean }

/** What the person speaks for already, of this kind: one at a time. */
async function applicantOf(tx: Tx, ctx: Acting, kind: string): Promise<string | undefined> {
  const { posts } = await recordOf(tx, ctx, ctx.actor.personId)
  const headed = posts.filter((post) => post.kind === 'head' && (post.endsOn === null || post.endsOn >= ctx.today))
  const choices = await organisationChoices(
    tx,
    ctx,
    headed.map(({ organisationId }) => organisationId),
  )
  return choices.find((one) => one.kind === kind)?.name
}

/**
 * Enters one who applies and is no organisation: a person for themselves, or a group of people by whoever leads it. From here on they stand in the
 * register as organisations do, so that applications, orders, plans and reports name them; where the paper gives them no status, its clause refuses.
 */
export const registerApplicant = (ctx: Acting, { kind, name, another }: Applicant): Promise<Result<OrganisationId>> =>
  transact(ctx, async (tx) => {
    if (!may(ctx, 'applicant.register')) return refuse({ code: 'forbidden', permission: 'applicant.register' })
    await lockPerson(tx, ctx, ctx.actor.personId)
    const regulations = (await regulationsInForce(tx, ctx)).map(({ regulation }) => regulation)
    const found = peopleWhoMayApply(regulations).find(({ value }) => value === kind)
    if (!found) {
      const verdict = regulations.map((regulation) => mayHost(regulation, kind)).find((one) => !one.ok)
      const said =
        verdict && !verdict.ok ? { reason: verdict.reason, basis: inBrackets(verdict.basis) } : { reason: '', basis: '' }
      return refuseRule('application.notForPeople', { field: 'kind', params: said })
    }
    const own = await applicantOf(tx, ctx, kind)
    if (own !== undefined) return refuseRule('application.appliesAlready', { field: 'kind', params: { name: own } })
    const details = checkOrganisation({ ...nothing, kind, fullName: name, shortName: name })
    if (!details.ok) return details
    const alike = another ? [] : await organisationsAlike(tx, ctx, details.value)
    if (alike.length > 0)
      return refuseRule('application.applicantAlike', {
        field: 'another',
        params: { like: alike.map(({ label }) => label).join('; ') },
      })
    const id = newId<OrganisationId>()
    const told = await storeOrganisations(tx, ctx, [{ ...details.value, id }])
    const post = {
      ...{ personId: ctx.actor.personId, organisationId: id, kind: 'head', title: found.title },
      ...{ subject: null, startsOn: ctx.today, endsOn: null },
    }
    await recordAll(tx, ctx, [...told, ...(await storePosts(tx, ctx, [post]))])
    return ok(id)
  })
