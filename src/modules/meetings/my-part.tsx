import { sql } from 'kysely'
import type { JSX } from 'preact'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { whenWords } from '../../kernel/hours.ts'
import { RowLink, RowList, Second, StateTag } from '../../ui/content.ts'
import { Form } from '../../ui/fields.ts'
import { Sheet, SubmitButton } from '../../ui/frame.ts'
import { paths } from './paths.ts'
import { invites, meetingsBy } from './queries.ts'
import { placeWords } from './texts.ts'

const mostShown = 5

/** Meetings a person chairs or is invited to, with the answer in one tap. (L-321m) */
export async function meetingsOnMyPage(tx: Tx, ctx: Ctx): Promise<JSX.Element | null> {
  const rows = await meetingsBy(
    tx,
    ctx,
    sql`m.state = 'called' and m.ends_at > ${ctx.now} and (m.chair_id = ${ctx.actor.personId} or ${invites(ctx, ctx.actor.personId)})`,
  ).page(mostShown, 0)
  if (rows.length === 0) return null
  return (
    <Sheet title={rows.some(({ mine }) => mine !== null) ? 'Меня приглашают' : 'Я веду'}>
      <RowList
        rows={rows.map((row) => {
          const at = { territory: ctx.territory.code, meeting: row.id }
          return (
            <>
              <RowLink href={paths.meeting(at)} name={row.title} />
              <Second>{`${whenWords(row, ctx.territory)}, ${placeWords(row)}`}</Second>
              {row.chairId === ctx.actor.personId && <StateTag tone="now" word="Вы ведёте" />}
              {row.mine === 'comes' && <StateTag tone="ok" word="Вы будете" />}
              {row.mine === 'cannot' && <StateTag tone="calm" word="Вы не сможете" />}
              {row.mine === 'asked' && row.startsAt > ctx.now && (
                <Form action={paths.meetingComing(at)}>
                  <SubmitButton small of={row.title}>
                    Буду
                  </SubmitButton>
                </Form>
              )}
            </>
          )
        })}
      />
    </Sheet>
  )
}
