import { type Column, number, state, text } from '../../kit/list/columns.tsx'
import { list } from '../../kit/list/routes.tsx'
import { readyRows } from '../../kit/list/rows.ts'
import { nb } from '../../ui/content.ts'
import { Breadcrumbs, PageHead } from '../../ui/frame.ts'
import { organisationChoices } from '../organisations/queries.ts'
import { initialsOf } from '../people/name-queries.ts'
import { events } from './case.ts'
import { paths } from './paths.ts'
import { type Place, placesOf } from './store.ts'
import { othersTag } from './texts.ts'
import { whenWords } from './when.ts'

type Row = Place & { readonly place: number; readonly name: string; readonly organisation: string }
const said = (answer: boolean | null, yes: string, no: string) => (answer === null ? '' : answer ? yes : no)

/** Everybody who has to do with an event, as a table to save. */
export const peopleList = list({
  path: paths.eventPeople,
  permits: 'event.people',
  sees: 'event.view',
  subject: events.subjectFor('event.people'),
  title: 'Участники мероприятия',
  section: 'events',
  name: 'uchastniki',
  nouns: ['человек', 'человека', 'человек'],
  load: ({ tx, ctx, params }) => events.open(tx, ctx, params.event),
  rows: async ({ tx, ctx, params }) => {
    const places = await placesOf(tx, ctx, params.event)
    const organisations = await organisationChoices(
      tx,
      ctx,
      places.flatMap(({ organisationId }) => organisationId ?? []),
    )
    const nameOf = await initialsOf(
      tx,
      ctx,
      places.map(({ personId }) => personId),
    )
    const organisationOf = new Map(organisations.map(({ id, name }) => [id, name]))
    return readyRows<Row>(
      places.map((place, at) => ({
        ...place,
        place: at + 1,
        name: nameOf(place.personId),
        organisation: (place.organisationId && organisationOf.get(place.organisationId)) ?? '',
      })),
    )
  },
  columns: (): Column<Row>[] => [
    number('№', (row) => row.place),
    text('Человек', (row) => row.name),
    text('Организация', (row) => row.organisation),
    state('Место', (row) => othersTag(row.state)),
    text('Уроки', (row) => said(row.released, 'отпускают', 'не отпускают')),
    text('Был', (row) => said(row.present, 'да', 'нет')),
  ],
  empty: () => ({ title: 'Пока никто не записался', text: 'Здесь будут все, кто записался или кого направили.' }),
  head: ({ where: { ctx, params, loaded } }) => (
    <>
      <Breadcrumbs
        links={[
          { href: paths.events({ territory: ctx.territory.code }), label: 'Мероприятия' },
          { href: paths.event(params), label: loaded.one.title },
        ]}
      />
      <PageHead title="Участники мероприятия" more={nb(`${loaded.one.title}, ${whenWords(loaded.one, ctx.territory)}`)} />
    </>
  ),
})
