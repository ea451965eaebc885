import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import { holds, questionOf } from '../../db/words.ts'
import { absent } from '../../kit/absent.tsx'
import { type Column, day, inFile, onPage, opens, state, text } from '../../kit/list/columns.tsx'
import { alwaysOne } from '../../kit/list/filters.ts'
import { list } from '../../kit/list/routes.tsx'
import { asksAdaptation } from '../../regulation/work/questions.ts'
import { ButtonLink } from '../../ui/frame.ts'
import { paths as links } from '../../web/paths.ts'
import { regulationsInForce } from '../regulation/queries.ts'
import { paths } from './paths.ts'
import { type AdaptationRow, adaptationsBy, seenBy } from './queries.ts'
import { outcomeOf } from './rules.ts'
import { outcomeWords, tagOf } from './texts.ts'

const shown = {
  going: 'В работе',
  introduced: 'Внедрено',
  adapted: 'Приспособлено',
  didNotFit: 'Не подошло',
  all: 'Все',
} as const
const last = sql`coalesce(a.second_outcome, a.first_outcome)`
const parts: Readonly<Record<keyof typeof shown, RawBuilder<unknown>>> = {
  going: sql`(a.state in ('described', 'introduced', 'checked') and ${last} is distinct from 'didNotFit')`,
  introduced: sql`${last} = 'introduced'`,
  adapted: sql`${last} = 'adapted'`,
  didNotFit: sql`${last} = 'didNotFit'`,
  all: sql`true`,
}
const which = alwaysOne(['going', 'introduced', 'adapted', 'didNotFit', 'all'], shown, {
  label: 'Показать',
  usual: 'going',
  look: 'links',
})
const asked = (q: string | null) =>
  q === null ? sql`true` : holds(sql`concat_ws(' ', a.takes, a.changes, a.place, a.first_why, a.second_why)`, questionOf(q))

const columnsOf = ({ territory, today }: Ctx): Column<AdaptationRow>[] => [
  opens(
    'Что внедряется',
    (row) => row.takes,
    (row) => paths.adaptation({ territory: territory.code, adaptation: row.id }),
    (row) => `${row.person}, ${row.organisation}`,
  ),
  text('Педагог', (row) => row.person, inFile),
  text('Школа', (row) => row.organisation, inFile),
  text('Площадка', (row) => row.siteName),
  text('Что меняется', (row) => row.changes, inFile),
  text('Где', (row) => row.place, inFile),
  state('Состояние', (row) => tagOf(row, today)),
  day('Внедрено с', (row) => row.introducedOn),
  text('Что вышло', (row) => outcome(row), inFile),
  text('Почему', (row) => row.secondWhy ?? row.firstWhy ?? '', inFile),
  onPage('Ответ', (row) => outcome(row)),
]
function outcome(row: AdaptationRow): string {
  const found = outcomeOf(row)
  return found === null ? '' : outcomeWords[found]
}

/** Models of one's own of which a person may know: an office all, a site and a school theirs, a teacher their own. (L-13) */
export const adaptationList = list({
  path: paths.adaptations,
  permits: 'adaptation.listOwn',
  title: 'Внедрение у себя',
  section: 'adaptations',
  nouns: ['описание', 'описания', 'описаний'],
  search: 'Что внедряется, где, почему',
  filters: { show: which },
  name: ({ ctx }, { show }) => `adaptations-${ctx.territory.code}-${show}`,
  rows: ({ tx, ctx }, { show, q }) => adaptationsBy(tx, ctx, sql`${seenBy(ctx)} and ${parts[show]} and ${asked(q)}`),
  columns: ({ ctx }) => columnsOf(ctx),
  empty: ({ where: { ctx } }) => ({
    picture: 'two',
    title: 'Здесь пока ничего нет',
    text: 'Стажёр описывает со страницы своей стажировки, что из увиденного будет работать у него.',
    action: { href: links.traineeships({ territory: ctx.territory.code }), label: 'Открыть стажировки' },
  }),
  absent: async ({ ctx, tx }) =>
    (await regulationsInForce(tx, ctx)).some(({ regulation }) => asksAdaptation(regulation).value) ||
    (await adaptationsBy(tx, ctx, seenBy(ctx)).count(1)) > 0
      ? null
      : absent({
          title: 'Внедрение у себя',
          section: 'adaptations',
          back: { href: links.traineeships({ territory: ctx.territory.code }), label: 'Стажировки' },
          picture: 'two',
          says: 'О внедрении у себя здесь не спрашивают',
          why: 'Положение этой территории об этом не говорит.',
          actions: <ButtonLink href={links.regulation({ territory: ctx.territory.code })}>Открыть Положение</ButtonLink>,
        }),
  intro: 'Что стажёры взяли из стажировки в свою школу и что из этого вышло.',
  way: ({ ctx }) => [{ href: links.traineeships({ territory: ctx.territory.code }), label: 'Стажировки' }],
})
