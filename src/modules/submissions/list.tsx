import type { Ctx } from '../../authz/ctx.ts'
import type { Subject } from '../../authz/policy.ts'
import type { Tx } from '../../db/pool.ts'
import { type Column, day, inFile, number, onPage, text } from '../../kit/list/columns.tsx'
import { list } from '../../kit/list/routes.tsx'
import { RowLink } from '../../ui/content.ts'
import { callById } from '../calls/queries.ts'
import { paths } from './paths.ts'
import { type SubmissionLine, submissionsList } from './queries.ts'
import { stateNames } from './texts.ts'
import { SubmissionTag } from './views/parts.tsx'

/** The submissions of a call concern the territory as a whole; null when the territory has no such call. */
export async function callSubject({
  ctx,
  tx,
  params,
}: {
  ctx: Ctx
  tx: Tx
  params: { readonly call: string }
}): Promise<Subject | null> {
  return (await callById(tx, ctx, params.call)) && { territoryId: ctx.territory.id }
}

const columnsOf = ({ territory: { code: territory } }: Ctx): Column<SubmissionLine>[] => [
  onPage('Представление', (row) => (
    <RowLink
      href={paths.operatorSubmission({ territory, submission: row.id })}
      name={`№ ${row.number}, ${row.year} год`}
      more={row.call ?? 'вне приёмов'}
    />
  )),
  number('Номер', (row) => row.number, inFile),
  number('Год', (row) => row.year, inFile),
  text('Приём заявок', (row) => row.call, inFile),
  text(
    'Состояние',
    (row) => stateNames[row.state],
    (row) => <SubmissionTag state={row.state} />,
  ),
  day('Отправлено', (row) => row.sentOn),
  number('Присвоить', (row) => row.include),
  number('Отклонить', (row) => row.exclude),
]

const common = {
  permits: 'submission.view',
  title: 'Представления',
  name: 'predstavleniya',
  nouns: ['представление', 'представления', 'представлений'],
  even: true,
  empty: () => ({
    title: 'Представлений ещё нет',
    text: 'Оно составляется, когда заявки прошли экспертизу: список уже упорядочен, основания взяты из заключений.',
  }),
} as const

/** The operator's submissions. */
export const submissionList = list({
  ...common,
  path: paths.operatorSubmissions,
  rows: ({ ctx, tx }) => submissionsList(tx, ctx, null),
  columns: ({ ctx }) => columnsOf(ctx),
})

/** Those of one call. */
export const callSubmissionList = list({
  ...common,
  path: paths.callSubmissions,
  subject: callSubject,
  rows: ({ ctx, tx, params }) => submissionsList(tx, ctx, params.call),
  columns: ({ ctx }) => columnsOf(ctx),
})
