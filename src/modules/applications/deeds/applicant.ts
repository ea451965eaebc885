import { type Acting, may } from '../../../authz/ctx.ts'
import { transact } from '../../../db/transact.ts'
import { recordAll } from '../../../history/record.ts'
import { newId } from '../../../kernel/ids.ts'
import { ok, type Result, refuse, refuseRule } from '../../../kernel/result.ts'
import type { OrganisationId } from '../../../kernel/types.ts'
import { inBrackets } from '../../../regulation/cite.ts'
import { mayHost } from '../../../regulation/hosts/questions.ts'
import { storeOrganisations } from '../../organisations/commands/register-organisation.ts'
import { storePosts } from '../../people/commands/posts.ts'
import { regulationsInForce } from '../../regulation/queries.ts'
import { peopleWhoMayApply } from '../beginning.ts'

const nothing = { documentName: null, settlement: null, address: null, phone: null, email: null, website: null }

/**
 * Enters one who applies and is no organisation: a person for themselves, or a group of people by whoever leads it. From here on they stand in the
 * register as organisations do, so that applications, orders, plans and reports name them; where the paper gives them no status, its clause refuses.
 */
export const registerApplicant = (ctx: Acting, { kind, name }: { kind: string; name: string }): Promise<Result<OrganisationId>> =>
  transact(ctx, async (tx) => {
    if (!may(ctx, 'applicant.register')) return refuse({ code: 'forbidden', permission: 'applicant.register' })
    const regulations = (await regulationsInForce(tx, ctx)).map(({ regulation }) => regulation)
    const found = peopleWhoMayApply(regulations).find(({ value }) => value === kind)
    if (!found) {
      const verdict = regulations.map((regulation) => mayHost(regulation, kind)).find((one) => !one.ok)
      const said =
        verdict && !verdict.ok ? { reason: verdict.reason, basis: inBrackets(verdict.basis) } : { reason: '', basis: '' }
      return refuseRule('application.notForPeople', { field: 'kind', params: said })
    }
    const id = newId<OrganisationId>()
    const told = await storeOrganisations(tx, ctx, [{ ...nothing, id, kind, fullName: name, shortName: name }])
    const post = {
      ...{ personId: ctx.actor.personId, organisationId: id, kind: 'head', title: found.title },
      ...{ subject: null, startsOn: ctx.today, endsOn: null },
    }
    await recordAll(tx, ctx, [...told, ...(await storePosts(tx, ctx, [post]))])
    return ok(id)
  })
