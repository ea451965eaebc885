import { sql } from 'kysely'
import type { JSX } from 'preact'
import { longDate } from '../../kernel/dates.ts'
import { nb, RowLink, RowList, Second, StateTag } from '../../ui/content.ts'
import { ButtonLink, Sheet } from '../../ui/frame.ts'
import type { TraineeShown } from '../traineeships/ports.ts'
import { issuers } from './case.ts'
import { conditionsOfTraineeship } from './completion-queries.ts'
import { isMet, ownHours } from './completion-rules.ts'
import { paths } from './paths.ts'
import { certificatesBy, newestFirst } from './queries.ts'
import { stateTags } from './texts.ts'
import { paperName } from './wording.ts'

/** Nobody has more papers about one traineeship: one that holds and those that were revoked. */
const most = 20
const shownIn: readonly string[] = ['agreed', 'running', 'finished']

/** On the page of a traineeship: what its paper is given for, what of it is still missing with figures, and the paper once it is there. (X-T1) */
export async function completionOfTrainee({ opened, request, rows }: TraineeShown): Promise<JSX.Element | null> {
  const { ctx, tx } = request
  const { one, site } = opened
  if (!shownIn.includes(one.state)) return null
  const [conditions, papers] = await Promise.all([
    conditionsOfTraineeship(tx, ctx, {
      ...{ id: one.id, versionId: one.versionId, rows, given: ownHours(rows) + Number(one.hoursBefore) },
    }),
    certificatesBy(tx, ctx, { where: sql`c.traineeship_id = ${one.id}`, order: newestFirst }).page(most, 0),
  ])
  if (conditions === null && papers.length === 0) return null
  const territory = ctx.territory.code
  const holds = papers.some(({ state }) => state === 'issued')
  const isReady = conditions !== null && isMet(conditions) && one.state === 'finished' && !holds
  return (
    <Sheet title="Бумага об освоении">
      {papers.length > 0 && (
        <RowList
          rows={papers.map((row) => (
            <>
              <RowLink href={paths.certificate({ territory, certificate: row.id })} name={paperName(row.printed)} />
              <StateTag {...stateTags[row.state]} />
              {row.revokedOn && <Second>{longDate(row.revokedOn)}</Second>}
            </>
          ))}
        />
      )}
      {conditions !== null && !holds && (
        <>
          <p class="govuk-body">
            {nb(
              isMet(conditions)
                ? one.state === 'finished'
                  ? 'Все условия программы выполнены: бумагу выдаёт руководитель площадки.'
                  : 'Все условия программы выполнены. Бумагу выдадут, когда стажировка завершится.'
                : 'Её дают, когда стажировка завершена и выполнены условия программы. Вот чего ещё не хватает:',
            )}
          </p>
          <RowList
            small
            rows={conditions.map(({ asks, has, met }) => (
              <>
                {nb(asks)}
                <Second>{nb(has)}</Second>
                <StateTag tone={met ? 'ok' : 'wait'} icon={met ? undefined : 'wait'} word={met ? 'Выполнено' : 'Не хватает'} />
              </>
            ))}
          />
        </>
      )}
      {isReady && issuers.may(ctx, 'certificate.issue', site) && (
        <ButtonLink href={paths.certificateCompletion({ territory, site: site.id })}>Выдать</ButtonLink>
      )}
    </Sheet>
  )
}
