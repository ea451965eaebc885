import { type Ctx, may } from '../../authz/ctx.ts'
import { longDate, shortPeriod } from '../../kernel/dates.ts'
import { type Column, day, inFile, number, onPage, opens, text } from '../../kit/list/columns.tsx'
import { list } from '../../kit/list/routes.tsx'
import { reviewRule } from '../../regulation/review/questions.ts'
import { type Direction, directionsOfAll } from '../../regulation/work/questions.ts'
import { nb, RowLink, Second, TextLink } from '../../ui/content.ts'
import { ButtonLink, PageHead } from '../../ui/frame.ts'
import { directionNames } from '../calls/rules.ts'
import { clauseLink } from '../regulation/clause-links.tsx'
import { regulationsInForce } from '../regulation/queries.ts'
import { expertsOf } from './expert-queries.ts'
import { type OwnReview, ownReviews } from './expert-sheet.ts'
import { isOpen } from './machine.ts'
import type { Expert } from './model.ts'
import { paths } from './paths.ts'
import { dueWords, ReviewTag } from './views/review-parts.tsx'
import { expertStateNames } from './wording.ts'

function expertColumns(ctx: Ctx, directions: readonly Direction[]): Column<Expert>[] {
  const at = { territory: ctx.territory.code }
  const namesOf = (one: Expert) => directionNames(one.directions, directions).join('; ') || 'любые'
  const termCell = (one: Expert) => (
    <>
      {shortPeriod({ from: one.startsOn, to: one.endsOn })}
      {one.endsOn !== null && one.endsOn < ctx.today && <Second>уже не эксперт</Second>}
    </>
  )
  const endCell = (one: Expert) =>
    one.endsOn === null && (
      <TextLink href={paths.expertEnd({ ...at, expert: one.id })}>
        Вывести<span class="govuk-visually-hidden">{` из числа экспертов: ${one.name}`}</span>
      </TextLink>
    )
  return [
    opens(
      'Эксперт',
      (one) => one.name,
      (one) => paths.person({ ...at, person: one.personId }),
      (one) => one.employer,
    ),
    text('Место работы', (one) => one.employer, inFile),
    text('Направления', namesOf),
    number('Пишет сейчас', (one) => one.openReviews),
    number('Всего заявок', (one) => one.allReviews),
    onPage('В числе экспертов', termCell),
    day('Первый день', (one) => one.startsOn, inFile),
    day('Последний день', (one) => one.endsOn, inFile),
    ...(may(ctx, 'expert.manage') ? [onPage('Действие', endCell, { quiet: true })] : []),
  ]
}

const Add = ({ ctx }: { ctx: Ctx }) =>
  may(ctx, 'expert.manage') ? (
    <ButtonLink href={paths.newExpert({ territory: ctx.territory.code })}>Добавить эксперта</ButtonLink>
  ) : null

/** The pool of experts: where each works, what they read, how much they have to write. (R-31) */
export const expertList = list({
  path: paths.experts,
  permits: 'expert.list',
  title: 'Эксперты',
  section: 'applications',
  name: 'eksperty',
  nouns: ['эксперт', 'эксперта', 'экспертов'],
  load: async ({ ctx, tx }) => ({ all: await regulationsInForce(tx, ctx) }),
  rows: ({ ctx, tx }) => expertsOf(tx, ctx),
  columns: ({ ctx, loaded }) => expertColumns(ctx, directionsOfAll(loaded.all)),
  empty: ({ where: { ctx, loaded } }) => ({
    picture: 'two',
    title: 'Экспертов пока нет',
    text: loaded.all.some(({ regulation }) => reviewRule(regulation).value)
      ? 'Добавьте людей, которые будут читать заявки: им их можно будет передать.'
      : 'По Положению экспертизы нет, поэтому эксперты здесь не нужны.',
    actions: <Add ctx={ctx} />,
  }),
  head: ({ where: { ctx, loaded } }) => {
    const clauses = loaded.all.flatMap(({ regulation }) => reviewRule(regulation).basis?.clause ?? [])
    const more = (
      <>
        {nb('Кто читает программы и пишет заключения. ')}
        {clauses.map((clause) => clauseLink(ctx, clause))}
      </>
    )
    return <PageHead title="Эксперты" more={more} actions={<Add ctx={ctx} />} />
  },
})

const reviewColumns = ({ territory: { code: territory }, today }: Ctx): Column<OwnReview>[] => [
  onPage('Заявка', (line) => (
    <RowLink
      href={paths.review({ territory, review: line.id })}
      name={`№ ${line.number}${line.theme ? `. ${line.theme}` : ''}`}
      more={line.organisations}
    />
  )),
  number('Номер', (line) => line.number, inFile),
  text('Тема', (line) => line.theme, inFile),
  text('Организации', (line) => line.organisations, inFile),
  text('Приём', (line) => line.callTitle),
  text(
    'Состояние',
    (line) => expertStateNames[line.state],
    (line) => <ReviewTag state={line.state} dueOn={line.dueOn} today={today} words={expertStateNames} />,
  ),
  day(
    'Срок',
    (line) => line.dueOn,
    (line) => (isOpen(line.state) ? dueWords(line.dueOn, today) : <Second>{longDate(line.dueOn)}</Second>),
  ),
]

/** What an expert has to write, and what they have written. (R-31) */
export const ownReviewList = list({
  path: paths.reviews,
  permits: 'review.listOwn',
  title: 'Экспертиза',
  section: 'reviews',
  name: 'ekspertiza',
  nouns: ['заявка', 'заявки', 'заявок'],
  rows: ({ ctx, tx }) => ownReviews(tx, ctx, ctx.actor.personId),
  columns: ({ ctx }) => reviewColumns(ctx),
  empty: () => ({
    title: 'Заявок пока нет',
    text: 'Когда методист передаст вам заявку, она появится здесь и в ваших делах; придёт и письмо.',
  }),
  intro: 'Заявки, которые передали вам. Содержание открывается после того, как вы подтвердите, что конфликта интересов нет.',
})
