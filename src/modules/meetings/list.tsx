import { type RawBuilder, sql } from 'kysely'
import { type Ctx, may } from '../../authz/ctx.ts'
import { holds, questionOf } from '../../db/words.ts'
import { hoursOf, whenWords } from '../../kernel/hours.ts'
import { absent } from '../../kit/absent.tsx'
import { type Column, day, inFile, number, opens, state, text } from '../../kit/list/columns.tsx'
import { alwaysOne } from '../../kit/list/filters.ts'
import { list } from '../../kit/list/routes.tsx'
import { nb, Second } from '../../ui/content.ts'
import { ButtonLink } from '../../ui/frame.ts'
import { paths as links } from '../../web/paths.ts'
import { kindsHere } from './kinds.ts'
import { paths } from './paths.ts'
import { charges, invites, latestFirst, type MeetingRow, meetingsBy, nearestFirst } from './queries.ts'
import { placeWords, tagOf } from './texts.ts'

const shown = { ahead: 'Впереди', held: 'Прошедшие', cancelled: 'Отменённые', all: 'Все' } as const
const which = alwaysOne(['ahead', 'held', 'cancelled', 'all'], shown, { label: 'Показать', usual: 'ahead', look: 'links' })
const parts: Readonly<Record<keyof typeof shown, RawBuilder<unknown>>> = {
  ahead: sql`m.state = 'called'`,
  held: sql`m.state in ('held', 'minutesSigned')`,
  cancelled: sql`m.state = 'cancelled'`,
  all: sql`true`,
}
const asked = (q: string | null) => (q === null ? sql`true` : holds(sql`concat_ws(' ', m.title, m.kind_title)`, questionOf(q)))

const columnsOf = ({ territory, today }: Ctx): Column<MeetingRow>[] => [
  opens(
    'Тема',
    (row) => row.title,
    (row) => paths.meeting({ territory: territory.code, meeting: row.id }),
    (row) => row.kindTitle,
  ),
  text('Вид', (row) => row.kindTitle, inFile),
  day('День', (row) => hoursOf(row, territory).day, inFile),
  text(
    'Когда',
    (row) => `${hoursOf(row, territory).from}–${hoursOf(row, territory).until}`,
    (row) => (
      <>
        {nb(whenWords(row, territory))}
        <Second>{placeWords(row)}</Second>
      </>
    ),
  ),
  text('Где', placeWords, inFile),
  state('Состояние', (row) => tagOf({ ...row, day: hoursOf(row, territory).day }, today)),
  text('Ведёт', (row) => row.chair),
  number('Приглашено', (row) => row.invited),
  number('Будут', (row) => row.come),
  number('Были', (row) => (row.state === 'held' || row.state === 'minutesSigned' ? row.present + (row.others ?? 0) : null)),
]

/** Of every meeting only the office knows; others of those they are invited to or chair. */
const seenBy = (ctx: Ctx): RawBuilder<unknown> =>
  may(ctx, 'meeting.listAll')
    ? sql`true`
    : sql`(m.chair_id = ${ctx.actor.personId} or ${invites(ctx, ctx.actor.personId)} or ${charges(ctx, ctx.actor.personId)})`

/** Meetings of the operator: what is ahead first. (L-321m) */
export const meetingList = list({
  path: paths.meetings,
  permits: 'meeting.list',
  title: 'Совещания',
  section: 'meetings',
  nouns: ['встреча', 'встречи', 'встреч'],
  search: 'Тема или вид',
  filters: { show: which },
  load: async ({ tx, ctx }) => ({ calls: may(ctx, 'meeting.call') && (await kindsHere(tx, ctx)).length > 0 }),
  name: ({ ctx }, { show }) => `meetings-${ctx.territory.code}-${show}`,
  rows: ({ tx, ctx }, { show, q }) =>
    meetingsBy(tx, ctx, sql`${seenBy(ctx)} and ${parts[show]} and ${asked(q)}`, show === 'ahead' ? nearestFirst : latestFirst),
  columns: ({ ctx }) => columnsOf(ctx),
  empty: ({ where: { ctx, loaded } }) => ({
    picture: 'two',
    title: 'Совещаний пока нет',
    text: loaded.calls
      ? 'Назовите вид, день и повестку: кого приглашать, система найдёт по реестру.'
      : 'Здесь появятся встречи, на которые вас пригласят.',
    ...(loaded.calls && { action: { href: paths.newMeeting({ territory: ctx.territory.code }), label: 'Созвать совещание' } }),
  }),
  absent: async ({ ctx, tx }) =>
    (await kindsHere(tx, ctx)).length > 0 || (await meetingsBy(tx, ctx, seenBy(ctx)).count(1)) > 0
      ? null
      : absent({
          ...{ title: 'Совещания', section: 'meetings', picture: 'two' },
          back: { href: links.tasks({ territory: ctx.territory.code }), label: 'Задачи' },
          says: 'Совещаний здесь не ведут',
          why: 'Положение этой территории о совещаниях молчит, и методический центр их не включил.',
          actions: <ButtonLink href={links.regulation({ territory: ctx.territory.code })}>Открыть Положение</ButtonLink>,
        }),
  tools: ({ where: { ctx, loaded } }) =>
    loaded.calls
      ? [{ href: paths.newMeeting({ territory: ctx.territory.code }), label: 'Созвать совещание', icon: 'draft' as const }]
      : [],
  intro: 'Совещания и консультации методического центра: кого пригласили, кто был, что решили.',
})
