import { type Column, number, state, text } from '../../kit/list/columns.tsx'
import { list } from '../../kit/list/routes.tsx'
import { readyRows } from '../../kit/list/rows.ts'
import { organisationChoices } from '../organisations/queries.ts'
import { initialsOf } from '../people/name-queries.ts'
import { events } from './case.ts'
import { paths } from './paths.ts'
import { type Place, placesOf } from './store.ts'
import { placeTags } from './texts.ts'

type Row = Place & { readonly name: string; readonly organisation: string }
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
      places.map((place) => ({
        ...place,
        name: nameOf(place.personId),
        organisation: (place.organisationId && organisationOf.get(place.organisationId)) ?? '',
      })),
    )
  },
  columns: (): Column<Row>[] => [
    number('№', (row) => row.number),
    text('Человек', (row) => row.name),
    text('Организация', (row) => row.organisation),
    state('Место', (row) => placeTags[row.state]),
    text('Уроки', (row) => said(row.released, 'отпускают', 'не отпускают')),
    text('Был', (row) => said(row.present, 'да', 'нет')),
  ],
  empty: () => ({ title: 'Пока никто не записался', text: 'Здесь будут все, кто записался или кого направили.' }),
  intro: 'Кто записался, кого направили и кто был.',
})
