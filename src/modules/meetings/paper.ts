import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { capital, postWords } from '../../kernel/names.ts'
import { namedOn } from '../organisations/name-queries.ts'
import { postOnDay } from '../people/queries.ts'
import type { OpenMeeting } from './case.ts'
import type { Heading } from './document.ts'

/** Whose paper it is: the organisation in which the chair works on the day of the meeting, by the name it had then. */
export async function headingOf(tx: Tx, ctx: Pick<Ctx, 'territory'>, { one, day }: OpenMeeting): Promise<Heading> {
  const post = await postOnDay(tx, ctx, one.chairId, day)
  if (!post) return { organisation: null, post: 'Председатель' }
  const [organisation] = await namedOn(tx, ctx, [{ id: post.organisationId }], day)
  return { organisation: organisation?.fullName ?? post.organisation, post: capital(postWords(post)) }
}
