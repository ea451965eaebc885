import { sql } from 'kysely'
import type { JSX } from 'preact'
import { may } from '../../authz/ctx.ts'
import { asksTryOuts } from '../../regulation/work/questions.ts'
import { RowLink, RowList, Second, StateTag } from '../../ui/content.ts'
import { Form } from '../../ui/fields.ts'
import { Sheet, SubmitButton } from '../../ui/frame.ts'
import type { TraineeShown } from '../traineeships/ports.ts'
import { takeUpTryOut } from './deeds.ts'
import { paths } from './paths.ts'
import { tryoutsBy } from './store.ts'
import { stateTags } from './texts.ts'

/** Nobody has more try-outs in one plan. */
const most = 100

/** The try-outs of a trainee on the page of the traineeship: one's own to take up, of others how they stand. */
export async function tryoutsOnTraineeship({ opened, request, rows }: TraineeShown): Promise<JSX.Element | null> {
  const { ctx, tx, params } = request
  const own = rows.filter(({ kind, leftOut }) => kind === 'tryOut' && !leftOut)
  if (own.length === 0 || !asksTryOuts(opened.site.regulation).value) return null
  const there = await tryoutsBy(tx, ctx, { where: sql`y.traineeship_id = ${opened.one.id}` }).page(most, 0)
  const fresh = own.filter(({ id }) => !there.some(({ rowId }) => rowId === id))
  const mayTake = takeUpTryOut.offered(ctx, opened)
  if (there.length === 0 && !mayTake) return null
  const personIds = [opened.one.personId, ...opened.guides]
  const sees = may(ctx, 'tryout.view', { territoryId: ctx.territory.id, siteId: opened.site.id, personIds })
  return (
    <Sheet title="Стажёрские пробы">
      <RowList
        rows={[
          ...there.map((one) => (
            <>
              {sees ? (
                <RowLink href={paths.tryout({ territory: ctx.territory.code, tryout: one.id })} name={one.title} />
              ) : (
                one.title
              )}
              {sees && one.state === 'returned' && <Second>{one.remark}</Second>}
              <StateTag {...stateTags[one.state]} />
            </>
          )),
          ...(mayTake ? fresh : []).map((row) => (
            <Form action={takeUpTryOut.address({ ...params, territory: ctx.territory.code, traineeship: opened.one.id })}>
              <input type="hidden" name="row" value={row.id} />
              <p class="govuk-body">{row.title}</p>
              <SubmitButton small kind="secondary" of={row.title}>
                Открыть задание
              </SubmitButton>
            </Form>
          )),
        ]}
      />
    </Sheet>
  )
}
