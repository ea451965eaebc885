import { codeCell, column, document, gap, heading, p, qrCode, section, table } from '../../documents/build.ts'
import type { Doc } from '../../documents/model.ts'
import { byName } from '../../kernel/names.ts'
import type { ThingRequest } from '../../kit/thing.ts'
import { organisationChoices } from '../organisations/queries.ts'
import { initialsOf } from '../people/name-queries.ts'
import type { OpenEvent } from './case.ts'
import { paths } from './paths.ts'
import { placesOf } from './store.ts'
import { whenWords } from './when.ts'

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
