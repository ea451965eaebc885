import { codeCell, column, document, gap, heading, p, qrCode, section, table } from '../../documents/build.ts'
import type { Doc } from '../../documents/model.ts'
import { longDate } from '../../kernel/dates.ts'
import { byName, postWords, withInitials } from '../../kernel/names.ts'
import type { ThingRequest } from '../../kit/thing.ts'
import { calendarOn } from '../calendar/queries.ts'
import { oddityWords } from '../calendar/rules.ts'
import { partiesOf } from '../organisations/party-queries.ts'
import { organisationChoices, staffOn } from '../organisations/queries.ts'
import { initialsOf } from '../people/name-queries.ts'
import type { OpenEvent } from './case.ts'
import { paths } from './paths.ts'
import { releasePages } from './release-document.ts'
import { letGoBy } from './rules.ts'
import { placesOf } from './store.ts'
import { hoursOf, whenWords } from './when.ts'

/** Empty rows for those who come without having signed up. */
const spareRows = 5

/** The sheet on the door: who is expected, room to sign, and the code by which everybody marks themselves. */
export async function signInSheet({ one, site }: OpenEvent, { ctx, tx }: ThingRequest): Promise<Doc | null> {
  if (one.state !== 'open' && one.state !== 'closed') return null
  const coming = (await placesOf(tx, ctx, one.id)).filter(({ state, present }) => state === 'confirmed' || present === true)
  const [nameOf, organisations] = await Promise.all([
    initialsOf(
      tx,
      ctx,
      coming.map(({ personId }) => personId),
    ),
    organisationChoices(
      tx,
      ctx,
      coming.flatMap(({ organisationId }) => organisationId ?? []),
    ),
  ])
  const organisationOf = new Map(organisations.map(({ id, name }) => [id, name]))
  const at = { territory: ctx.territory.code, event: one.id }
  const origin = ctx.services.origin
  const isOpen = one.state === 'open'
  const rows = coming
    .map(({ personId, organisationId, number }) => ({
      name: nameOf(personId),
      from: (organisationId && organisationOf.get(organisationId)) ?? '',
      mark: `${origin}${paths.eventList(at, { mark: String(number) })}`,
    }))
    .sort((a, b) => byName(a.name, b.name))
  const spare = isOpen ? Array.from({ length: spareRows }, () => ({ name: '', from: '', mark: null })) : []
  const here = `${origin}${paths.eventHere(at, { key: one.pressKey })}`
  return document({ title: `Лист участников: ${one.title}` }, [
    section([
      heading(1, 'Лист участников'),
      p(one.title, { align: 'center' }),
      p([site.name, whenWords(one, ctx.territory), one.room].filter(Boolean).join(', '), { align: 'center' }),
      gap(),
      table(
        [
          ...[column('№', 1), column('Фамилия, инициалы', 6), column('Организация', 5), column('Подпись', 3)],
          ...(isOpen ? [column('Ведущему', 2.4, 'center')] : []),
        ],
        [...rows, ...spare].map(({ name, from, mark }, n) => [
          ...[String(n + 1), name, from, ''],
          ...(isOpen ? [mark ? codeCell(mark, `Отметить по листу: ${name}`) : ''] : []),
        ]),
      ),
      ...(isOpen
        ? [
            gap(),
            p('Код в строке — для ведущего: он открывает список, где этот человек уже отмечен, и остаётся сохранить.', {
              align: 'left',
            }),
            p('Отметьтесь сами: наведите камеру телефона на этот код и нажмите «Я здесь».', { align: 'right' }),
            qrCode(here, 'Код страницы «Я здесь»', { align: 'right' }),
          ]
        : []),
    ]),
  ])
}

/** What a school makes its order of when its people go to an event in lesson time: those whom their head has let go. */
export async function releaseDocument({ one, site }: OpenEvent, { ctx, tx }: ThingRequest): Promise<Doc | null> {
  if (one.state !== 'open' || ctx.now >= one.startsAt) return null
  const places = (await placesOf(tx, ctx, one.id)).filter((place) => letGoBy(ctx, place))
  const organisations = [...new Set(places.flatMap(({ organisationId }) => organisationId ?? []))]
  if (organisations.length === 0) return null
  const { day, from, until } = hoursOf(one, ctx.territory)
  const [parties, calendar] = await Promise.all([partiesOf(tx, ctx, organisations, ctx.today), calendarOn(tx, ctx, [day])])
  const odd = oddityWords(calendar, day)
  const schools = await Promise.all(
    parties.map(async ({ organisationId, fullName }) => {
      const away = new Set(places.filter((place) => place.organisationId === organisationId).map(({ personId }) => personId))
      const staff = (await staffOn(tx, ctx, organisationId, { on: day })).filter(({ id }) => away.has(id))
      return { organisation: fullName, people: [...new Map(staff.map((line) => [line.id, line])).values()] }
    }),
  )
  const pages = schools
    .filter(({ people }) => people.length > 0)
    .flatMap(({ organisation, people }) =>
      releasePages({
        organisation,
        occasion: 'для участия в мероприятии',
        ground: `В связи с участием в мероприятии «${one.title}» (${[site.name, one.room].filter(Boolean).join(', ')})`,
        people: people.map((line) => ({
          ...{ name: withInitials(line), post: postWords(line), when: `${longDate(day)} с ${from} до ${until}` },
          days: [{ day, titles: [`${from}–${until}`] }],
        })),
        odd: odd === null ? [] : [odd],
      }),
    )
  return pages.length === 0 ? null : document({ title: `Освобождение от уроков: ${one.title}`, date: ctx.today }, pages)
}
