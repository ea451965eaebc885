import { type Column, inFile, link, number, opens, text } from '../../kit/list/columns.tsx'
import { oneKnown, oneTerritory } from '../../kit/list/filters.ts'
import { publicList } from '../../kit/list/routes.tsx'
import type { AtPublic } from '../../kit/list/spec.ts'
import { nb, Second } from '../../ui/content.ts'
import { callState, clockWords, isRevoked, momentWords, restWords } from '../calls/rules.ts'
import { CallStateTag, callStateWords } from '../calls/state-blocks.tsx'
import { paths } from './paths.ts'
import { callingTerritories, type PublicCall, publicCalls, type StateChoice, stateChoices } from './queries.ts'

const stateChoiceWords: Readonly<Record<StateChoice, string>> = {
  now: 'Идёт приём',
  announced: 'Скоро начнётся',
  closed: 'Приём окончен',
}

const pageOf = (call: PublicCall) => paths.publicCall({ territory: call.territoryCode, call: call.callId })

function endCell(call: PublicCall) {
  const state = callState(call, call.now)
  return (
    <>
      {nb(momentWords(call.closesAt, call))}
      {(state === 'open' || state === 'closingSoon') && <Second>{restWords(call.closesAt, call.now, call)}</Second>}
    </>
  )
}

const columns: readonly Column<PublicCall>[] = [
  opens(
    'Приём',
    (call) => call.title,
    (call) => pageOf(call),
    (call) => call.territoryName,
  ),
  text('Территория', (call) => call.territoryName, inFile),
  text('Начало', (call) => clockWords(call.opensAt, call)),
  text('Окончание', (call) => momentWords(call.closesAt, call), endCell),
  text(
    'Состояние',
    (call) => callStateWords(callState(call, call.now), isRevoked(call, call.now)),
    (call) => <CallStateTag state={callState(call, call.now)} revoked={isRevoked(call, call.now)} />,
  ),
  number('Площадок', (call) => call.places, inFile),
  text('Направления', (call) => call.directions.join('; '), inFile),
  text('Основание', (call) => call.orderLabel, inFile),
  link('Страница', pageOf, inFile),
]

/** Calls anyone may read about: what receives applications now, what will, what is over. */
export const publicCallList = publicList({
  path: paths.publicCalls,
  title: 'Приём заявок',
  section: 'publicCalls',
  name: 'priem-zayavok',
  nouns: ['приём заявок', 'приёма заявок', 'приёмов заявок'],
  size: 25,
  filters: {
    state: oneKnown(stateChoices, stateChoiceWords, { label: 'Состояние', empty: 'Любое' }),
    territory: oneTerritory(({ tx }: AtPublic) => callingTerritories(tx)),
  },
  even: true,
  rows: ({ tx, visitor }, query) => publicCalls(tx, { ...query, now: visitor.now }),
  columns: () => columns,
  empty: () => ({
    picture: 'map',
    title: 'Приёма заявок пока нет',
    text: 'Он появится здесь, как только орган управления образованием подпишет документ о сроках.',
  }),
  nothing: { picture: 'map', title: 'Таких приёмов нет', text: 'Снимите одно из условий.' },
  intro: 'Кто, где и до какого часа может подать заявку на статус стажировочной площадки.',
})
